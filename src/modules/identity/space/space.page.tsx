/** The signed-in home (/espace): what waits for this person, soonest first, then where they may go. */
import type { Actor } from '#platform/actor.ts'
import { formatTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, signedIn } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  Card,
  EmptyState,
  Grid,
  Notice,
  Page,
  TaskList,
} from '#web/components/index.tsx'
import { mayMakeKeys } from '../api-keys/api-key.policy.ts'
import { keysOf } from '../api-keys/list-keys.page.tsx'
import { maySeeRegister } from '../assistance/assistance.policy.ts'
import type { Assistance } from '../assistance/assistance.queries.ts'
import type { Invitation } from '../invitations/invitation.queries.ts'
import { mayChangeMembers, maySeeMembers } from '../organisations/membership.policy.ts'
import { roleLabels } from '../organisations/role.labels.ts'
import { loadSpace, type Shown } from './space.queries.ts'
import type { SpaceContribution, SpaceLink } from './space.ts'

export function createSpacePage(contributions: readonly SpaceContribution[]) {
  return page('/espace', {
    load: (_, context) => loadSpace(context, contributions),
    allow: signedIn,
    view: (shown, { actor }) => <Space {...shown} actor={actor} />,
  })
}

function Space({ tasks, links, invitations, actor, ...shown }: Shown & { actor: Actor }) {
  return (
    <Page title="Mon espace" lead={describeActor(actor)}>
      {associationStaff(actor, null) && !shown.hasSecondFactor && <ProtectAccount />}
      {shown.assistances.map((assistance) => (
        <UnderAssistance key={assistance.id} assistance={assistance} />
      ))}
      {invitations.map((invitation) => (
        <ReceivedInvitation key={invitation.id} invitation={invitation} />
      ))}
      <h2>{t('Ce qui vous attend')}</h2>
      {tasks.length > 0 ? <TaskList tasks={tasks} /> : <NothingWaits />}
      {!actor.organisation && <WithoutOrganisation />}
      <h2>{t('Aller à')}</h2>
      <Grid>
        {[...links, ...listOwnLinks(actor)].map(({ label, href }) => (
          <Card key={href} title={label} href={href} level={3} />
        ))}
      </Grid>
    </Page>
  )
}

function describeActor({ organisation, role, name }: Actor): string {
  if (!organisation || !role) return name
  return `${organisation.name} — ${t(roleLabels[role])}`
}

function ProtectAccount() {
  return (
    <Notice kind="warning" title="Protégez ce compte">
      <p>{t('Le secrétariat vérifie et modère : la double authentification y est obligatoire.')}</p>
      <p>
        <a href="/espace/compte/double-authentification">{t('L’activer en deux minutes')}</a>
      </p>
    </Notice>
  )
}

function UnderAssistance({ assistance }: { assistance: Assistance }) {
  const { person, endsAt } = assistance
  return (
    <Notice kind="warning" title="L’ANCB assiste la commune en ce moment">
      <p>
        {t('{person} (ANCB) agit pour votre compte, jusqu’à {time} au plus tard.', {
          person,
          time: formatTime(endsAt),
        })}
      </p>
      <p>
        <a href="/espace/assistances">{t('Voir pourquoi, ou y mettre fin')}</a>
      </p>
    </Notice>
  )
}

function ReceivedInvitation({ invitation }: { invitation: Invitation }) {
  const { id, organisationName: name, role } = invitation
  return (
    <Notice kind="info" title={t('{name} vous invite', { name })}>
      <p>{t('Vous y serez : {role}.', { role: t(roleLabels[role]) })}</p>
      <Actions>
        <ActionButton
          action={`/espace/invitations/${id}/accepter`}
          label="Accepter"
          kind="primary"
        />
        <ActionButton action={`/espace/invitations/${id}/refuser`} label="Refuser" />
      </Actions>
    </Notice>
  )
}

function NothingWaits() {
  return (
    <EmptyState title="Rien ne vous attend">
      <p>{t('Vous serez prévenu dès qu’une réponse ou une échéance vous concerne.')}</p>
    </EmptyState>
  )
}

function WithoutOrganisation() {
  return (
    <Notice kind="info" title="Vous agissez en votre nom">
      <p>
        {t(
          'Vous travaillez pour une commune ? Demandez à sa direction de vous inviter à cette adresse.',
        )}
      </p>
      <p>
        {t('Vous représentez une startup ?')} <a href="/startups/inscrire">{t('Inscrivez-la')}</a>{' '}
        {t(': vous en serez le responsable.')}
      </p>
    </Notice>
  )
}

function listOwnLinks(actor: Actor): SpaceLink[] {
  const { organisation } = actor
  const leads = organisation && mayChangeMembers(actor, { organisation })
  const members = leads ? 'Membres et invitations' : 'Membres'
  return [
    ...(organisation && maySeeMembers(actor, { organisation })
      ? [{ label: members, href: '/espace/organisation/membres' }]
      : []),
    ...(organisation && mayMakeKeys(actor, { organisation })
      ? [{ label: 'Clés d’accès des systèmes', href: keysOf(organisation.id) }]
      : []),
    ...(maySeeRegister(actor, null)
      ? [{ label: 'Assistances de l’ANCB', href: '/espace/assistances' }]
      : []),
    ...(associationStaff(actor, null) ? associationLinks : []),
    { label: 'Mon compte', href: '/espace/compte' },
    { label: 'Mes notifications', href: '/espace/notifications' },
  ]
}

const associationLinks: readonly SpaceLink[] = [
  { label: 'Assister une commune', href: '/espace/assistance' },
  { label: 'Les comptes', href: '/espace/comptes' },
  { label: 'Toutes les organisations', href: '/espace/organisations/toutes' },
]
