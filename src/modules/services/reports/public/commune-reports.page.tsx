/** What was told to one town hall, as everybody reads it: on a map, line by line, by category and state. */
import { type Commune, getCommuneBySlug } from '#modules/directory/index.ts'
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
  Actions,
  ButtonLink,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
} from '#web/components/index.tsx'
import { categories } from '../category.facts.ts'
import { listTakenCategories } from '../category.queries.ts'
import { listPublicReports, type PublicLine } from '../public-report.queries.ts'
import { reportStatusLabels } from '../report.labels.ts'
import { openStatuses, type ReportStatus, reportStatuses } from '../report.workflow.ts'
import { ReportLines } from './report-table.view.tsx'

const pageSize = 25

interface Filter {
  readonly category: string
  readonly state: ReportStatus | 'open' | ''
}

interface Listing {
  readonly commune: Commune
  readonly takes: boolean
  readonly filter: Filter
  readonly lines: readonly PublicLine[]
  readonly nextHref?: string
}

export const communeReportsPage = page('/communes/:slug/signalements', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <Reports {...listing} />,
})

async function loadListing({ slug }: { slug: string }, { db, query }: Context): Promise<Listing> {
  const commune = await getCommuneBySlug(db, slug)
  const filter = readFilter(query)
  const after = decodeCursor(readQueryText(query.apres))
  const found = await listPublicReports(
    db,
    { communeId: commune.id, ...toConditions(filter) },
    after,
    pageSize,
  )
  const { rows: lines, last } = cutPage(found, pageSize)
  return {
    ...{ commune, filter, lines },
    takes: (await listTakenCategories(db, commune.id)).length > 0,
    ...(last && { nextHref: hrefAfter(slug, filter, last) }),
  }
}

function readFilter(query: Context['query']): Filter {
  const category = readQueryText(query.categorie)
  const state = readQueryText(query.etat)
  const isState = state === 'open' || reportStatuses.some((status) => status === state)
  return {
    category: categories.some(({ code }) => code === category) ? category : '',
    state: isState ? (state as Filter['state']) : '',
  }
}

function toConditions({ category, state }: Filter) {
  const statuses = state === 'open' ? openStatuses : state === '' ? null : [state]
  return { ...(category && { categories: [category] }), ...(statuses && { statuses }) }
}

function hrefAfter(slug: string, { category, state }: Filter, last: PublicLine): string {
  const { receivedAt, reportId: id } = last
  const query = new URLSearchParams({
    ...(category && { categorie: category }),
    ...(state && { etat: state }),
    apres: encodeCursor({ publishedAt: receivedAt.toISOString(), id }),
  })
  return `/communes/${slug}/signalements?${query}`
}

function Reports({ commune, takes, filter, lines, nextHref }: Listing) {
  const base = `/communes/${commune.slug}`
  return (
    <Page
      title="Signalements"
      kicker={commune.name}
      lead="Ce que les habitants ont signalé, et ce que la mairie en a fait."
      wide
      breadcrumbs={[
        { label: 'Signalements', href: '/signalements' },
        { label: commune.name, href: base },
      ]}
    >
      <Actions>
        {takes && <ButtonLink href={`${base}/signaler`}>Signaler un problème</ButtonLink>}
        <ButtonLink kind="quiet" href="/suivi">
          Suivre mon signalement
        </ButtonLink>
        <ButtonLink kind="quiet" href={`/signalements/chiffres?commune=${commune.slug}`}>
          Les chiffres
        </ButtonLink>
      </Actions>
      {!takes && <p>{t('Cette commune ne reçoit pas encore de signalements ici.')}</p>}
      <Filters action={`${base}/signalements`} filter={filter} />
      {lines.length === 0 ? (
        <EmptyState title="Aucun signalement ne correspond" />
      ) : (
        <ReportLines
          title={t('Signalements à {commune}', { commune: commune.name })}
          lines={lines}
        />
      )}
      <Pagination nextHref={nextHref} />
      <p class="meta">
        {t('Données ouvertes :')}{' '}
        <a href={`/signalements/donnees.csv?commune=${commune.slug}`}>CSV</a>,{' '}
        <a href={`/signalements/donnees.geojson?commune=${commune.slug}`}>GeoJSON</a>
      </p>
    </Page>
  )
}

function Filters({ action, filter }: { readonly action: string; readonly filter: Filter }) {
  return (
    <GetForm action={action} submit="Filtrer">
      <Select
        name="categorie"
        label="Problème"
        value={filter.category}
        empty="Tous les problèmes"
        options={categories.map(({ code, label }) => ({ value: code, label }))}
      />
      <Select
        name="etat"
        label="État"
        value={filter.state}
        empty="Tous les états"
        options={[{ value: 'open', label: 'À régler' }, ...choicesOf(reportStatusLabels)]}
      />
    </GetForm>
  )
}
