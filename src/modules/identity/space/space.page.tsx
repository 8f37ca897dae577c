/** The signed-in home (/espace): what waits for this person, soonest first, then where they may go. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  ButtonLink,
  Card,
  EmptyState,
  Grid,
  Notice,
  Page,
  TaskList,
} from '#web/components/index.tsx'
import { leadingRoles, roleLabels } from '../organisations/role.labels.ts'
import { findPerson } from '../people/person.queries.ts'
import type { SpaceContribution, SpaceLink, SpaceTask } from './space.ts'

interface Shown {
  readonly tasks: readonly SpaceTask[]
  readonly links: readonly SpaceLink[]
  readonly hasSecondFactor: boolean
}

export function createSpacePage(contributions: readonly SpaceContribution[]) {
  return page('/espace', {
    load: (_, context) => loadSpace(context, contributions),
    allow: signedIn,
    view: (shown, { actor }) => <Space {...shown} actor={actor} />,
  })
}

async function loadSpace(
  { db, actor, now }: Context,
  contributions: readonly SpaceContribution[],
): Promise<Shown> {
  const tasks: SpaceTask[] = []
  for (const { listTasks } of contributions) tasks.push(...(await listTasks(db, actor, now)))
  const person = await findPerson(db, actor.id ?? '')
  return {
    tasks: tasks.sort(bySoonest),
    links: contributions.flatMap(({ listLinks }) => listLinks(actor)),
    hasSecondFactor: Boolean(person?.totpConfirmedAt),
  }
}

const never = Number.POSITIVE_INFINITY

function bySoonest(a: SpaceTask, b: SpaceTask): number {
  const [first, second] = [a.due?.getTime() ?? never, b.due?.getTime() ?? never]
  return first === second ? 0 : first - second
}

function Space({ tasks, links, hasSecondFactor, actor }: Shown & { actor: Actor }) {
  const { organisation, role } = actor
  return (
    <Page
      title="Mon espace"
      lead={
        organisation && role
          ? `${organisation.name}, ${t(roleLabels[role]).toLowerCase()}`
          : undefined
      }
    >
      {organisation?.kind === 'association' && !hasSecondFactor && (
        <Notice kind="warning" title="Protégez ce compte">
          <p>
            {t(
              'Le secrétariat vérifie et modère : son compte doit avoir une double authentification.',
            )}{' '}
            <a href="/espace/compte/double-authentification">{t('L’activer en deux minutes')}</a>
          </p>
        </Notice>
      )}
      <h2>{t('Ce qui vous attend')}</h2>
      {tasks.length > 0 ? (
        <TaskList tasks={tasks} />
      ) : (
        <EmptyState title="Rien ne vous attend">
          <p>
            {t(
              'Tout est à jour. Vous serez prévenu dès qu’une réponse ou une échéance vous concerne.',
            )}
          </p>
        </EmptyState>
      )}
      {!organisation && <WithoutOrganisation />}
      <h2>{t('Aller à')}</h2>
      <Grid>
        {[...links, ...listOwnLinks(actor)].map(({ label, href }) => (
          <Card key={href} title={label} href={href} />
        ))}
      </Grid>
    </Page>
  )
}

function listOwnLinks({ organisation, role }: Actor): SpaceLink[] {
  const mayInvite =
    organisation !== null && role !== null && leadingRoles[organisation.kind].includes(role)
  return [
    ...(mayInvite
      ? [{ label: 'Membres et invitations', href: '/espace/organisation/membres' }]
      : []),
    { label: 'Mon compte', href: '/espace/compte' },
    { label: 'Mes messages', href: '/espace/notifications' },
  ]
}

function WithoutOrganisation() {
  return (
    <Notice kind="info" title="Vous agissez en votre nom">
      <p>
        {t(
          'Vous travaillez dans une commune ? Demandez à sa direction de vous inviter. Vous représentez une startup ? Inscrivez-la.',
        )}
      </p>
      <ButtonLink href="/startups/inscrire">Inscrire une startup</ButtonLink>
    </Notice>
  )
}
