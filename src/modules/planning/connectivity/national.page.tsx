/** The national page: who is connected, how well, by whom; on a map, in a ranking, and as data that anybody may take. */
import { findMapAreas, listCommunePlaces, listDepartments } from '#modules/directory/index.ts'
import { formatDate, formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  BeninMap,
  EmptyState,
  Figure,
  Grid,
  type MapAreas,
  Page,
  Pagination,
} from '#web/components/index.tsx'
import { communeLevels } from './commune-level.rules.ts'
import { overYears } from './gap.rules.ts'
import {
  listMapPoints,
  listRanked,
  type RankedCommune,
  sumUp,
  type Totals,
} from './national.facts.ts'
import { type NationalFilter, summariseCommunes } from './national.queries.ts'
import { hrefOf, NationalFilters, ProviderTable, RankingTable } from './national.view.tsx'
import { listProviderCoverage, type ProviderCoverage } from './provider-coverage.ts'
import { formatPercent } from './speed.labels.ts'

const pageSize = 40

interface Shown {
  readonly filter: NationalFilter
  readonly rows: readonly RankedCommune[]
  readonly totals: Totals
  readonly from: number
  readonly departments: readonly { code: string; name: string }[]
  readonly providers: readonly ProviderCoverage[]
  readonly areas: MapAreas | undefined
}

export const nationalPage = page('/connectivite', {
  load: loadNational,
  allow: everyone,
  isPublic: true,
  view: (shown) => <National {...shown} />,
})

async function loadNational(_: unknown, { db, query }: Context): Promise<Shown> {
  const filter = readFilter(query)
  const communes = await listCommunePlaces(db, filter.department)
  const among = filter.department === '' ? undefined : communes.map(({ id }) => id)
  const rows = listRanked(communes, await summariseCommunes(db, filter, among), filter)
  const rank = Number(readText(query.rang))
  return {
    ...{ filter, rows },
    totals: sumUp(rows),
    from: Number.isInteger(rank) && rank > 0 && rank < rows.length ? rank : 0,
    departments: await listDepartments(db),
    providers: await listProviderCoverage(db),
    areas: await findMapAreas(db),
  }
}

function readText(value: string | string[] | undefined): string {
  return ([value].flat()[0] ?? '').trim().slice(0, 60)
}

function readFilter(query: Context['query']): NationalFilter {
  return {
    department: readText(query.departement),
    provider: readText(query.fournisseur),
    technology: readText(query.technologie),
  }
}

function National(shown: Shown) {
  const { filter, rows, totals, from, departments, providers, areas } = shown
  const next = from + pageSize
  return (
    <Page
      title="La connectivité des communes"
      wide
      lead="Ce que les communes déclarent et mesurent elles-mêmes : leurs lieux, leurs connexions, ce qui manque et ce que cela coûte."
    >
      <Figures totals={totals} />
      <NationalFilters filter={filter} departments={departments} providers={providers} />
      {rows.length === 0 ? (
        <EmptyState title="Aucune commune ne correspond">
          <p>
            <a href="/connectivite">{t('Voir toutes les communes')}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <BeninMap
            title="Le niveau de connectivité"
            points={listMapPoints(rows)}
            legend={communeLevels}
            areas={areas}
          />
          <RankingTable rows={rows.slice(from, next)} from={from} />
          <Pagination nextHref={next < rows.length ? hrefOf(filter, next) : undefined} />
        </>
      )}
      <ProviderTable providers={providers} />
      <Downloads rows={rows} />
    </Page>
  )
}

function Figures({ totals }: { totals: Totals }) {
  const { communes, declared, hallsConnected, hallsMet, setUpCost, yearlyCost } = totals
  const share = communes === 0 ? 0 : Math.round((1000 * hallsConnected) / communes) / 10
  return (
    <Grid>
      <Figure
        value={formatPercent(share)}
        label="des mairies se disent connectées"
        source={t(
          '{count} sur {total} ; {declared, plural, one {# commune a déclaré ses lieux} other {# communes ont déclaré leurs lieux}}',
          {
            count: formatNumber(hallsConnected),
            total: formatNumber(communes),
            declared,
          },
        )}
      />
      <Figure value={hallsMet} label="mairies au niveau requis, mesuré" />
      <Figure
        value={formatMoney(overYears({ setUp: setUpCost, yearly: yearlyCost }))}
        label="pour combler les écarts déclarés, sur 3 ans"
        source={t('Hypothèses à confirmer')}
        href="/connectivite/hypotheses"
      />
    </Grid>
  )
}

function Downloads({ rows }: Pick<Shown, 'rows'>) {
  const days = rows.flatMap(({ summary }) => (summary ? [summary.computedAt.getTime()] : []))
  return (
    <section>
      <h2>{t('Les données')}</h2>
      <ul>
        <li>
          <a href="/connectivite/donnees.csv">{t('Tableau (CSV)')}</a>
        </li>
        <li>
          <a href="/connectivite/donnees.geojson">{t('Carte (GeoJSON)')}</a>
        </li>
        <li>
          <a href="/connectivite/donnees.json">JSON</a>
        </li>
        <li>
          <a href="/connectivite/hypotheses">{t('Définitions, hypothèses et licence')}</a>
        </li>
      </ul>
      {days.length > 0 && (
        <p class="meta">
          {t('Calculé le {date}. Médianes et disponibilité portent sur 90 jours.', {
            date: formatDate(new Date(Math.max(...days))),
          })}
        </p>
      )}
    </section>
  )
}
