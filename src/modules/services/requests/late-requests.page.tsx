/** What is late, the longest first: who has it in hand, and what may still be done. */

import { listPersonNames } from '#modules/identity/index.ts'
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { cutPage, readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Page, Pagination, Table, Tag } from '#web/components/index.tsx'
import { countDaysLeft } from './clock.rules.ts'
import { type LateLine, listLate } from './delay.queries.ts'
import { requestStatusLabels, requestStatusTones } from './request.labels.ts'
import { tellDaysLeft } from './request-body.view.tsx'

const pageSize = 50
/** What ends within a week can still be saved: it is shown too. */
const aheadDays = 7

interface Board {
  readonly lines: readonly LateLine[]
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  readonly nextHref?: string
}

export const lateRequestsPage = page('/espace/demandes/retards', {
  load: loadBoard,
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (board) => <LateBoard {...board} />,
})

async function loadBoard(_: unknown, { db, actor, now, query }: Context): Promise<Board> {
  const today = toDay(now)
  const [dueOn = '', id = ''] = readQueryText(query.apres).split('_')
  const after = /^\d{4}-\d{2}-\d{2}$/.test(dueOn) && isId(id) ? { dueOn, id } : null
  const before = addDaysTo(today, aheadDays + 1)
  const found = await listLate(db, getOrganisationId(actor), before, after, pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  return {
    ...{ lines, today },
    names: await listPersonNames(
      db,
      lines.map(({ assigneeId }) => assigneeId),
    ),
    ...(last && { nextHref: `/espace/demandes/retards?apres=${last.dueOn}_${last.id}` }),
  }
}

function LateBoard({ lines, names, today, nextHref }: Board) {
  return (
    <Page
      title="Les retards"
      lead="Les délais dépassés, puis ceux qui finissent dans la semaine. Les délais arrêtés n’y sont pas."
      wide
      breadcrumbs={[{ label: 'Demandes reçues', href: '/espace/demandes' }]}
    >
      {lines.length === 0 ? (
        <EmptyState title="Aucun retard">
          <p>{t('Aucun délai n’est dépassé, et aucun ne finit cette semaine.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Demandes en retard ou presque"
          isCaptionHidden
          columns={[
            { key: 'request', label: 'Demande' },
            { key: 'due', label: 'Échéance' },
            { key: 'status', label: 'État' },
            { key: 'department', label: 'Service' },
            { key: 'assignee', label: 'En charge' },
          ]}
          rows={lines.map((line) => toRow(line, names, today))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function toRow(line: LateLine, names: Board['names'], today: string) {
  const { id, reference, title, dueOn, status, department, assigneeId } = line
  const left = countDaysLeft({ dueOn, pausedAt: null }, today) ?? 0
  return {
    request: (
      <a href={`/espace/demandes/${id}`}>
        {reference} {title}
      </a>
    ),
    due: (
      <>
        {formatDate(dueOn)} <Tag tone={left < 0 ? 'danger' : 'warning'}>{tellDaysLeft(left)}</Tag>
      </>
    ),
    status: <Tag tone={requestStatusTones[status]}>{requestStatusLabels[status]}</Tag>,
    department: <span lang="fr">{department}</span>,
    assignee: assigneeId ? names.get(assigneeId) : t('Personne'),
  }
}
