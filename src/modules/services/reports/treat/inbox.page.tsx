/** The reports that a town hall received: by state, category, department; what is still to be read for the public. */
import { listPersonNames } from '#modules/identity/index.ts'
import { type Actor, communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Checkbox,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { nameCategory } from '../category.facts.ts'
import { listTakenCategories, type TakenCategory } from '../category.queries.ts'
import { tellPlace } from '../public/report-table.view.tsx'
import { reportStatusLabels, reportStatusTones, visibilityLabels } from '../report.labels.ts'
import { mayChooseCategories } from '../report.policy.ts'
import { listReports, type ReportLine } from '../report.queries.ts'
import { type ReportFilter, readReportFilter, writeReportFilter } from '../report-filter.rules.ts'

const pageSize = 30
const list = '/espace/signalements'

interface Inbox {
  readonly filter: ReportFilter
  readonly lines: readonly ReportLine[]
  readonly categories: readonly TakenCategory[]
  readonly names: ReadonlyMap<string, string>
  readonly nextHref?: string
}

export const reportInboxPage = page(list, {
  load: loadInbox,
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (inbox, { actor }) => <ShowInbox inbox={inbox} actor={actor} />,
})

async function loadInbox(_: unknown, { db, actor, query }: Context): Promise<Inbox> {
  const communeId = getOrganisationId(actor)
  const filter = readReportFilter(query, actor.id)
  const after = decodeCursor(readQueryText(query.apres))
  const found = await listReports(db, communeId, filter, after, pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  const next = writeReportFilter(filter)
  if (last)
    next.set('apres', encodeCursor({ publishedAt: last.receivedAt.toISOString(), id: last.id }))
  const assignees = lines.map(({ assigneeId }) => assigneeId)
  return {
    ...{ filter, lines },
    categories: await listTakenCategories(db, communeId),
    names: await listPersonNames(db, assignees),
    ...(last && { nextHref: `${list}?${next}` }),
  }
}

function ShowInbox({ inbox, actor }: { readonly inbox: Inbox; readonly actor: Actor }) {
  const { lines, categories, nextHref } = inbox
  const mayChoose = mayChooseCategories(actor, { communeId: getOrganisationId(actor) })
  return (
    <Page title="Les signalements" wide breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      <Actions>
        {mayChoose && (
          <ButtonLink
            kind={categories.length === 0 ? 'primary' : 'quiet'}
            href={`${list}/categories`}
          >
            Ce que la commune reçoit
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href="/signalements/chiffres">
          Les chiffres
        </ButtonLink>
      </Actions>
      {categories.length === 0 && (
        <p>{t('La commune ne reçoit encore aucun signalement : choisissez d’abord lesquels.')}</p>
      )}
      <Filters inbox={inbox} />
      {lines.length === 0 ? (
        <EmptyState title="Aucun signalement ne correspond" />
      ) : (
        <Lines inbox={inbox} />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function Filters({ inbox: { filter, categories } }: { readonly inbox: Inbox }) {
  const departments = [...new Set(categories.map(({ department }) => department))]
  return (
    <GetForm action={list} submit="Filtrer">
      <Select
        name="etat"
        label="État"
        value={filter.state === 'open' ? '' : filter.state}
        empty="À traiter"
        options={[{ value: 'all', label: 'Tous' }, ...choicesOf(reportStatusLabels)]}
      />
      <Select
        name="categorie"
        label="Problème"
        value={filter.category}
        empty="Tous les problèmes"
        options={categories.map(({ code, label }) => ({ value: code, label }))}
      />
      <Select
        name="service"
        label="Service"
        value={filter.department}
        empty="Tous les services"
        options={departments.map((name) => ({ value: name, label: name }))}
      />
      <Checkbox
        name="moi"
        option="1"
        label="Ceux que j’ai en charge"
        value={filter.assigneeId ? '1' : ''}
      />
      <Checkbox
        name="relire"
        option="1"
        label="Ceux dont le texte est à relire"
        value={filter.isUnread ? '1' : ''}
      />
    </GetForm>
  )
}

function Lines({ inbox: { lines, names } }: { readonly inbox: Inbox }) {
  return (
    <Table
      caption="Signalements, le plus récent d’abord"
      columns={[
        { key: 'what', label: 'Signalement' },
        { key: 'where', label: 'Lieu' },
        { key: 'status', label: 'État' },
        { key: 'supports', label: 'Moi aussi', numeric: true },
        { key: 'department', label: 'Service' },
        { key: 'assignee', label: 'En charge' },
      ]}
      rows={lines.map((line) => ({
        what: (
          <>
            <a href={`${list}/${line.id}`}>{t(nameCategory(line.category))}</a>
            <br />
            <small class="soft">
              {line.reference}, {formatDate(line.receivedAt)}
            </small>
          </>
        ),
        where: <span lang="fr">{tellPlace(line)}</span>,
        status: (
          <>
            <Tag tone={reportStatusTones[line.status]}>{reportStatusLabels[line.status]}</Tag>{' '}
            {line.visibility !== 'shown' && <Tag>{visibilityLabels[line.visibility]}</Tag>}
          </>
        ),
        supports: line.supports,
        department: <span lang="fr">{line.department}</span>,
        assignee: line.assigneeId ? names.get(line.assigneeId) : t('Personne'),
      }))}
    />
  )
}
