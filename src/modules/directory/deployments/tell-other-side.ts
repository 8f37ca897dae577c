/** Tells one side of a use, or those who moderate it, what another did. */
import { findAssociation, notify } from '#modules/identity/index.ts'
import { communeOfficers, type Role } from '#platform/actor.ts'
import type { Words } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { Deployment } from './deployment.queries.ts'

interface Tidings {
  readonly subject: Words
  readonly text: Words
  /** What happened, so that it is told once. */
  readonly key: string
}

type Side = 'commune' | 'startup' | 'association'

const roles: Record<Side, Role[]> = {
  commune: communeOfficers,
  startup: ['manager', 'member'],
  association: ['staff'],
}

type Use = Deployment & { readonly solutionSlug?: string | null }

const links: Record<Side, (use: Use) => string> = {
  commune: () => '/espace/utilisations',
  startup: ({ solutionId }) => `/espace/solutions/${solutionId}/references`,
  association: ({ solutionSlug }) => (solutionSlug ? `/solutions/${solutionSlug}` : '/espace'),
}

export async function tellOtherSide(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  use: Use,
  to: Side,
  { subject, text, key }: Tidings,
): Promise<void> {
  const organisations = {
    commune: use.communeId,
    startup: use.startupId,
    association: to === 'association' ? await findAssociation(db) : null,
  }
  const organisationId = organisations[to]
  if (!organisationId) return
  const notice = {
    organisationId,
    roles: roles[to],
    exceptPersonId: actor.id,
    topic: 'deployments',
    subject,
    text,
    link: links[to](use),
    key: `deployment:${use.id}:${key}:${now.getTime()}`,
  } as const
  await notify(db, notice, now)
}
