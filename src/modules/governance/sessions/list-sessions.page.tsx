/** The calendar of sessions: those to come first, then the past ones, newest first. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
  Tag,
} from '#web/components/index.tsx'
import { sessionStatusLabels } from './session.labels.ts'
import {
  listComingSessions,
  listCommissions,
  listPastSessions,
  type PastCursor,
} from './session.queries.ts'
import type { Commission, Session } from './session.schema.ts'
import { tellPeriod } from './session-period.rules.ts'

const pageSize = 20

interface Listing {
  readonly commissions: readonly Commission[]
  readonly commission: string
  readonly coming: readonly Session[]
  readonly past: readonly Session[]
  readonly nextHref?: string
}

export const listSessionsPage = page('/sessions', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <SessionList {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const commissions = await listCommissions(db)
  const asked = readQueryText(query.commission)
  const commission = commissions.some(({ code }) => code === asked) ? asked : ''
  const cursor = readCursor(readQueryText(query.apres))
  const found = await listPastSessions(db, commission, cursor, pageSize)
  const { rows: past, last } = cutPage(found, pageSize)
  const coming = cursor ? [] : await listComingSessions(db, commission)
  const listing = { commissions, commission, coming, past }
  return last ? { ...listing, nextHref: hrefAfter(commission, last) } : listing
}

function readCursor(text: string): PastCursor | null {
  const cursor = decodeCursor(text)
  return cursor && { startsOn: cursor.publishedAt.slice(0, 10), id: cursor.id }
}

function hrefAfter(commission: string, { startsOn, id }: Session): string {
  const query = new URLSearchParams({
    ...(commission && { commission }),
    apres: encodeCursor({ publishedAt: `${startsOn}T00:00:00.000Z`, id }),
  })
  return `/sessions?${query}`
}

function SessionList({ commissions, commission, coming, past, nextHref }: Listing) {
  const names = new Map(commissions.map(({ code, name }) => [code, name]))
  return (
    <Page
      title="Sessions des commissions"
      lead="Les commissions de l’association se réunissent, débattent et recommandent : l’ordre du jour, qui était là, le compte rendu, et ce que deviennent les recommandations."
    >
      <GetForm action="/sessions" submit="Filtrer">
        <Select
          name="commission"
          label="Commission"
          value={commission}
          empty="Toutes les commissions"
          options={commissions.map(({ code, name }) => ({ value: code, label: name }))}
          required={false}
        />
      </GetForm>
      <p>
        <a href="/sessions.ics">{t('Suivre ce calendrier (iCalendar)')}</a>
      </p>
      {coming.length > 0 && (
        <section>
          <h2>{t('À venir')}</h2>
          <Sessions sessions={coming} names={names} />
        </section>
      )}
      <section>
        <h2>{t('Passées')}</h2>
        {past.length > 0 ? (
          <Sessions sessions={past} names={names} />
        ) : (
          <EmptyState title="Aucune session passée pour cette commission" />
        )}
        <Pagination nextHref={nextHref} />
      </section>
    </Page>
  )
}

interface SessionsProps {
  readonly sessions: readonly Session[]
  readonly names: ReadonlyMap<string, string>
}

function Sessions({ sessions, names }: SessionsProps) {
  return (
    <CardList>
      {sessions.map((session) => (
        <Card
          key={session.id}
          level={3}
          title={session.theme}
          href={`/sessions/${session.reference}`}
          kicker={names.get(session.commissionCode)}
          tags={<SessionTag status={session.status} />}
          meta={`${session.place}, ${tellPeriod(session)}`}
        />
      ))}
    </CardList>
  )
}

export function SessionTag({ status }: Pick<Session, 'status'>) {
  const { label, tone } = sessionStatusLabels[status]
  return <Tag tone={tone}>{label}</Tag>
}
