/** The sessions that the association prepares, drafts and all. */
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table } from '#web/components/index.tsx'
import { SessionTag } from './list-sessions.page.tsx'
import { mayPrepareSessions } from './session.policy.ts'
import { listPreparedSessions } from './session.queries.ts'
import type { Session } from './session.schema.ts'
import { tellPeriod } from './session-period.rules.ts'

export const sessionsHome = '/espace/sessions'

export const mySessionsPage = page(sessionsHome, {
  load: (_, { db }) => listPreparedSessions(db),
  allow: mayPrepareSessions,
  view: (sessions) => <MySessions sessions={sessions} />,
})

function MySessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <Page
      title="Préparer les sessions"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Un brouillon n’est lu que de l’association. Une session annoncée paraît au calendrier, avec son ordre du jour."
    >
      <Actions>
        <ButtonLink href={`${sessionsHome}/nouvelle`}>Ouvrir une session</ButtonLink>
        <ButtonLink href="/sessions" kind="quiet">
          Le calendrier public
        </ButtonLink>
      </Actions>
      {sessions.length === 0 ? (
        <EmptyState title="Aucune session n’est ouverte" />
      ) : (
        <Table
          caption="Sessions"
          isCaptionHidden
          columns={[
            { key: 'theme', label: 'Thème' },
            { key: 'when', label: 'Quand et où' },
            { key: 'status', label: 'État' },
          ]}
          rows={sessions.map((session) => ({
            theme: <a href={`${sessionsHome}/${session.id}`}>{session.theme}</a>,
            when: t('{place}, {period}', { place: session.place, period: tellPeriod(session) }),
            status: <SessionTag status={session.status} />,
          }))}
        />
      )}
    </Page>
  )
}
