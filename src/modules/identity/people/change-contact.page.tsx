/** A new e-mail address or phone number: the password, then a code sent to it. */
import { z } from 'zod'
import { signedIn } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { askForCode, tooManyCodes } from '../codes/code-request.ts'
import { loadSelf } from './account.page.tsx'
import { confirmPassword, currentPassword, wrongPassword } from './confirm-password.ts'
import { type Identifier, parseIdentifier, wrongIdentifier } from './identifier.rules.ts'
import { warnHolder } from './pending-registration.ts'
import { findPersonByIdentifier, type Person } from './person.queries.ts'

const path = '/espace/compte/contact'

const NewContact = z.object({
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez un téléphone ou une adresse électronique',
  }),
  actuel: currentPassword,
})

export const changeContactPage = form(path, {
  load: loadSelf,
  allow: signedIn,
  input: NewContact,
  limit: { points: 60, seconds: 3600 },
  invalid: (person, submission) => (
    <ChangeContactForm hasPassword={person.passwordHash !== null} {...submission} />
  ),
  valid: async (person, { identifiant, actuel }, context) => {
    const identifier = parseIdentifier(identifiant)
    if (!identifier) return refuse({ identifiant: wrongIdentifier })
    if (!(await confirmPassword(context, person, actuel))) return refuse({ actuel: wrongPassword })
    const isAsked = await askForProof(context, person, identifier)
    return isAsked ? seeOther(`${path}/code`) : refuse({ form: tooManyCodes })
  },
})

/** Whether another account has the address is told to its holder, not here. */
async function askForProof(
  context: Context,
  person: Person,
  identifier: Identifier,
): Promise<boolean> {
  const holder = await findPersonByIdentifier(context.db, identifier.address)
  const isTaken = holder !== undefined && holder.id !== person.id
  if (isTaken) await warnHolder(context, holder, identifier)
  return askForCode(context, {
    purpose: 'changeContact',
    identifier,
    personId: person.id,
    next: '/espace/compte',
    maySend: !isTaken,
  })
}

type Props = Submission<z.infer<typeof NewContact>> & { hasPassword: boolean }

function ChangeContactForm({ hasPassword, values, errors }: Props) {
  return (
    <Page
      title="Ajouter ou changer une adresse"
      lead="Une adresse électronique et un téléphone au plus : le nouveau remplace l’ancien."
      errors={errors}
      breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
    >
      <Form action={path} submit="Recevoir un code">
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          hint="Un code y sera envoyé pour confirmer."
          value={values.identifiant}
          error={errors.identifiant}
        />
        {hasPassword && (
          <PasswordField name="actuel" label="Mot de passe actuel" error={errors.actuel} />
        )}
      </Form>
    </Page>
  )
}
