/** Accepting an invitation: after signing in, or after creating an account. */

import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { form, refuse, seeOther } from '#platform/web.ts'
import { Actions, ButtonLink, Form, Page } from '#web/components/index.tsx'
import { switchTo } from '../organisations/organisation.actions.ts'
import { roleLabels } from '../organisations/role.labels.ts'
import { acceptInvitation, findInvitation } from './invitation.ts'

export const acceptInvitationPage = form('/invitations/:token', {
  load: async ({ token }, context) => {
    const invitation = await findInvitation(context, token)
    if (!invitation) throw new NotFound()
    return { invitation, path: `/invitations/${token}` }
  },
  allow: everyone,
  input: z.object({}),
  limit: { points: 30, seconds: 900 },
  invalid: ({ invitation, path }, { errors }, { actor }) => (
    <Page title={t('Rejoindre {name}', { name: invitation.organisationName })} errors={errors}>
      <p>{t('Vous y serez : {role}.', { role: t(roleLabels[invitation.role]) })}</p>
      {actor.kind === 'person' ? (
        <Form action={path} submit="Accepter l’invitation">
          <p>{t('Vous êtes connecté comme {name}.', { name: actor.name })}</p>
        </Form>
      ) : (
        <Actions>
          <ButtonLink href={`/inscription?suite=${encodeURIComponent(path)}`}>
            Créer un compte
          </ButtonLink>
          <ButtonLink href={`/connexion?suite=${encodeURIComponent(path)}`} kind="quiet">
            J’ai déjà un compte
          </ButtonLink>
        </Actions>
      )}
    </Page>
  ),
  valid: async ({ invitation }, _, context) => {
    if (context.actor.kind !== 'person') return refuse({ form: 'Connectez-vous d’abord.' })
    await switchTo(context, await acceptInvitation(context, invitation))
    return seeOther('/espace', 'Bienvenue ! Vous agissez maintenant pour cette organisation.')
  },
})
