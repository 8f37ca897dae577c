/** An identity seen for the first time: linked to an account once it has signed in, or to a new one. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { everyone, visitorsOnly } from '#platform/policy.ts'
import { form, page, type Route, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Actions, ButtonLink, Form, Page, TextField } from '#web/components/index.tsx'
import { createPerson } from '../people/person.actions.ts'
import { personName } from '../people/person.fields.ts'
import { welcome } from '../sessions/finish-sign-in.ts'
import { linkIdentity, unlinkedIdentity } from './oidc-link.ts'

const linkPath = '/espace/compte/identite'
const tooLate = 'Le délai est passé : recommencez la connexion.'

const joinPage = page('/connexion/oidc/associer', {
  load: (_, context) => unlinkedIdentity.read(context),
  allow: everyone,
  view: (identity) => (
    <Page
      title="Première connexion"
      lead="Cette identité n’est encore liée à aucun compte Cauri."
      breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
    >
      <Actions>
        <ButtonLink href={`/connexion?suite=${linkPath}`}>J’ai déjà un compte</ButtonLink>
        <ButtonLink
          kind="quiet"
          href={identity?.email ? '/connexion/oidc/compte' : `/inscription?suite=${linkPath}`}
        >
          Créer un compte
        </ButtonLink>
      </Actions>
      <p>{t('Vous confirmerez le lien juste après.')}</p>
    </Page>
  ),
})

const NewAccount = z.object({ nom: personName })

/** Without a password: the provider answers for the person, and for their e-mail address. */
const newAccountPage = form('/connexion/oidc/compte', {
  load: (_, context) => unlinkedIdentity.read(context),
  allow: visitorsOnly,
  input: NewAccount,
  limit: { points: 60, seconds: 3600 },
  initial: (identity) => ({ nom: identity?.name }),
  invalid: (identity, submission) => (
    <NewAccountForm email={identity?.email ?? ''} {...submission} />
  ),
  valid: async (identity, { nom: name }, context) => {
    if (!identity?.email) return refuse({ form: tooLate })
    const identifier = { channel: 'email', address: identity.email } as const
    const personId = await createPerson(context, { name, identifier, passwordHash: null })
    if (!personId)
      return refuse({ form: 'Un compte a déjà cette adresse : connectez-vous, puis liez-le.' })
    if (!(await linkIdentity(context, personId, identity))) return refuse({ form: tooLate })
    unlinkedIdentity.forget(context)
    await welcome(context, personId, false)
    return seeOther(identity.next, 'Bienvenue ! Votre compte est créé.')
  },
})

function NewAccountForm({
  email,
  values,
  errors,
}: Submission<z.infer<typeof NewAccount>> & { email: string }) {
  return (
    <Page
      title="Créer mon compte"
      errors={errors}
      breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
    >
      <p>{t('Votre adresse, confirmée par le fournisseur d’identité : {email}', { email })}</p>
      <Form
        action="/connexion/oidc/compte"
        submit="Créer mon compte"
        secondary={{ label: 'J’ai déjà un compte', href: `/connexion?suite=${linkPath}` }}
      >
        <TextField
          name="nom"
          label="Nom et prénom"
          value={values.nom}
          error={errors.nom}
          autocomplete="name"
        />
      </Form>
    </Page>
  )
}

export const joinOidcPages: Route[] = [joinPage, newAccountPage]
