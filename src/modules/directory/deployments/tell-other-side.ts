/** Tells the commune or the startup what the other did about a use. */
import { notify } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Context } from '#platform/web.ts'
import type { Deployment } from './deployment.queries.ts'

interface Tidings {
  readonly subject: string
  readonly text: string
  /** What happened, so that it is told once. */
  readonly key: string
}

const communeRoles: Role[] = ['secretary', 'mayor', 'itOfficer']
const startupRoles: Role[] = ['manager', 'member']

export async function tellOtherSide(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  use: Deployment,
  to: 'commune' | 'startup',
  { subject, text, key }: Tidings,
): Promise<void> {
  const isCommune = to === 'commune'
  const notice = {
    organisationId: isCommune ? use.communeId : use.startupId,
    roles: isCommune ? communeRoles : startupRoles,
    exceptPersonId: actor.id,
    topic: 'deployments',
    subject,
    text,
    link: isCommune ? '/espace/utilisations' : `/espace/solutions/${use.solutionId}/references`,
    key: `deployment:${use.id}:${key}:${now.getTime()}`,
  } as const
  await notify(db, notice, now)
}
