/** What waits for the association in its sessions. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { sessionAddress } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { mayPrepareSessions, sessionPolicy } from './session.policy.ts'
import { listPreparedSessions } from './session.queries.ts'
import type { Session } from './session.schema.ts'

interface Wording {
  readonly when: (actor: Actor, session: Session, today: string) => boolean
  readonly title: string
  readonly tone: SpaceTask['tone']
}

const wordings: readonly Wording[] = [
  {
    when: (actor, session) => session.status === 'draft' && sessionPolicy.announce(actor, session),
    title: 'Annoncer la session',
    tone: 'neutral',
  },
  {
    when: (_, { status, endsOn }, today) => status === 'announced' && endsOn < today,
    title: 'Dire que la session s’est tenue',
    tone: 'warning',
  },
  {
    when: (_, { status }) => status === 'held',
    title: 'Terminer le compte rendu de la session',
    tone: 'warning',
  },
]

export const sessionSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    if (!mayPrepareSessions(actor, null)) return []
    const sessions = await listPreparedSessions(db)
    return sessions.flatMap((session) =>
      wordings
        .filter(({ when }) => when(actor, session, toDay(now)))
        .map(({ title, tone }) => ({
          title: t(title),
          text: session.theme,
          href: sessionAddress(session),
          tone,
        })),
    )
  },
  listLinks: (actor) =>
    mayPrepareSessions(actor, null) ? [{ label: 'Sessions', href: sessionsHome }] : [],
}
