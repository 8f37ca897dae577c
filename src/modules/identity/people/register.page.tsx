/** Creating an account: who, how to reach them, a password; then a code proves the address. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { visitorsOnly } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Hidden, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { askForCode, tooManyCodes } from '../codes/code-request.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'
import { type Identifier, parseIdentifier, wrongIdentifier } from './identifier.rules.ts'
import { findPasswordFault, newPassword, passwordHint } from './password.rules.ts'
import { hashPassword } from './password.ts'
import { pendingRegistration, warnHolder } from './pending-registration.ts'
import { personName } from './person.fields.ts'
import { findPersonByIdentifier } from './person.queries.ts'

const Registration = z.object({
  nom: personName,
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez votre téléphone ou votre adresse électronique',
  }),
  motDePasse: newPassword,
  suite: fields.optionalText(600),
})

export const registerPage = form('/inscription', {
  load: (_, { query }) => toLocalPath(query.suite),
  allow: visitorsOnly,
  input: Registration,
  limit: { points: 100, seconds: 3600 },
  initial: (suite) => ({ suite }),
  invalid: (_, submission) => <RegisterForm {...submission} />,
  valid: async (_, { nom, identifiant, motDePasse, suite }, context) => {
    const identifier = parseIdentifier(identifiant)
    if (!identifier) return refuse({ identifiant: wrongIdentifier })
    const owner = { fullName: nom, email: identifier.address, phone: identifier.address }
    const fault = findPasswordFault(motDePasse, owner)
    if (fault) return refuse({ motDePasse: fault })
    if (!(await startRegistration(context, identifier, toLocalPath(suite))))
      return refuse({ form: tooManyCodes })
    const passwordHash = await hashPassword(motDePasse)
    pendingRegistration.keep(context, { name: nom, passwordHash })
    return seeOther('/inscription/code')
  },
})

async function startRegistration(
  context: Context,
  identifier: Identifier,
  next: string,
): Promise<boolean> {
  const holder = await findPersonByIdentifier(context.db, identifier.address)
  if (holder) await warnHolder(context, holder, identifier)
  const maySend = holder === undefined
  return askForCode(context, {
    purpose: 'register',
    identifier,
    personId: undefined,
    next,
    maySend,
  })
}

function RegisterForm({ values, errors }: Submission<z.infer<typeof Registration>>) {
  const next = `?suite=${encodeURIComponent(values.suite ?? '/espace')}`
  return (
    <Page
      title="Créer un compte"
      lead="Gratuit, pour les communes, les startups et toute personne qui suit leurs projets."
      errors={errors}
    >
      <Form
        action="/inscription"
        submit="Continuer"
        secondary={{ label: 'J’ai déjà un compte', href: `/connexion${next}` }}
      >
        <Hidden name="suite" value={values.suite} />
        <TextField
          name="nom"
          label="Nom et prénom"
          value={values.nom}
          error={errors.nom}
          autocomplete="name"
        />
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          hint="Un code y sera envoyé. Pour un téléphone : 01 97 00 00 00."
          value={values.identifiant}
          error={errors.identifiant}
          autocomplete="username"
        />
        <PasswordField
          name="motDePasse"
          label="Mot de passe"
          hint={passwordHint}
          error={errors.motDePasse}
          autocomplete="new-password"
        />
      </Form>
      <p>
        {t(
          'Vous représentez une commune ? Attendez plutôt le lien d’invitation qu’elle vous envoie.',
        )}
      </p>
    </Page>
  )
}
