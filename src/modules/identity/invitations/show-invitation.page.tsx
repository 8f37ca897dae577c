/** Where the link of an invitation leads: accept it, sign in first, or create an account. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone, inOwnName } from '#platform/policy.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  EmptyState,
  Notice,
  Page,
} from '#web/components/index.tsx'
import { switchTo } from '../organisations/organisation.actions.ts'
import { roleLabels } from '../organisations/role.labels.ts'
import { findPersonByIdentifier } from '../people/person.queries.ts'
import { acceptInvitation } from './answer-invitation.ts'
import { findInvitationByToken, type Invitation } from './invitation.queries.ts'

interface Shown {
  readonly path: string
  readonly invitation: Invitation | undefined
  /** Only whoever holds the link, and so reads what is sent there, learns it. */
  readonly hasAccount: boolean
}

export const showInvitationPage = page('/invitations/:token', {
  load: async ({ token }, context): Promise<Shown> => {
    const invitation = await findInvitationByToken(context, token)
    const holder = invitation && (await findPersonByIdentifier(context.db, invitation.recipient))
    return { path: `/invitations/${token}`, invitation, hasAccount: holder !== undefined }
  },
  allow: everyone,
  view: ({ invitation, ...shown }, context) =>
    invitation ? (
      <OpenInvitation {...shown} invitation={invitation} context={context} />
    ) : (
      <ClosedInvitation />
    ),
})

type Props = Shown & { invitation: Invitation; context: Context }

function OpenInvitation({ path, invitation, hasAccount, context }: Props) {
  const { organisationName: name, role, expiresAt } = invitation
  return (
    <Page title={t('Rejoindre {name}', { name })}>
      <p>
        {t('Vous y serez : {role}. L’invitation est valable jusqu’au {date}.', {
          role: t(roleLabels[role]),
          date: formatDate(expiresAt),
        })}
      </p>
      {context.actor.kind === 'person' ? (
        <Accept path={path} name={context.actor.name} />
      ) : (
        <SignInFirst path={path} hasAccount={hasAccount} />
      )}
    </Page>
  )
}

function Accept({ path, name }: { path: string; name: string }) {
  return (
    <>
      <Notice kind="info">
        <p>{t('Vous êtes connecté comme {name}.', { name })}</p>
      </Notice>
      <ActionButton action={`${path}/accepter`} label="Accepter l’invitation" kind="primary" />
      <p>
        <a href={`/connexion?suite=${encodeURIComponent(path)}`}>
          {t('Accepter avec un autre compte')}
        </a>
      </p>
    </>
  )
}

function SignInFirst({ path, hasAccount }: { path: string; hasAccount: boolean }) {
  const signIn = `/connexion?suite=${encodeURIComponent(path)}`
  return (
    <Actions>
      {!hasAccount && <ButtonLink href={`${path}/compte`}>Créer mon compte et accepter</ButtonLink>}
      <ButtonLink href={signIn} kind={hasAccount ? 'primary' : 'quiet'}>
        J’ai déjà un compte
      </ButtonLink>
    </Actions>
  )
}

function ClosedInvitation() {
  return (
    <Page title="Cette invitation n’est plus valable">
      <EmptyState title="Le lien a expiré, a déjà servi, ou a été remplacé">
        <p>{t('Demandez à la personne qui vous a invité de vous en envoyer un autre.')}</p>
      </EmptyState>
    </Page>
  )
}

export const acceptInvitationAction = action('/invitations/:token/accepter', {
  load: async ({ token }, context) => orNotFound(await findInvitationByToken(context, token)),
  allow: inOwnName,
  input: z.object({}),
  back: () => '/espace',
  act: async (invitation, _, context) => {
    await switchTo(context, await acceptInvitation(context, invitation))
    return seeOther('/espace', 'Bienvenue ! Vous agissez maintenant pour cette organisation.')
  },
})
