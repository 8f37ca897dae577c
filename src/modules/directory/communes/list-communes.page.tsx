/** The 77 communes on a map and in a table, with the same figures. */

import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  BeninMap,
  choicesOf,
  EmptyState,
  GetForm,
  type MapAreas,
  Page,
  SearchBox,
  Select,
  Table,
} from '#web/components/index.tsx'
import { categoryLabels } from '../labels.ts'
import { findMapAreas } from './boundary.queries.ts'
import { type CommuneLine, listCommunes, listDepartments } from './commune.queries.ts'
import {
  type CommuneFilter,
  filterCommunes,
  levelOf,
  levels,
  readFilter,
} from './commune-filter.rules.ts'

interface Listing {
  readonly communes: readonly CommuneLine[]
  readonly total: number
  readonly departments: readonly { code: string; name: string }[]
  readonly filter: CommuneFilter
  readonly areas: MapAreas | undefined
}

export const listCommunesPage = page('/communes', {
  load: loadCommunes,
  allow: everyone,
  isPublic: true,
  view: (listing) => <Communes {...listing} />,
})

async function loadCommunes(_: unknown, { db, query }: Context): Promise<Listing> {
  const filter = readFilter(query)
  const all = await listCommunes(db)
  return {
    communes: filterCommunes(all, filter),
    total: all.length,
    departments: await listDepartments(db),
    filter,
    areas: await findMapAreas(db),
  }
}

function Communes({ communes, total, departments, filter, areas }: Listing) {
  return (
    <Page
      title="Les communes du Bénin"
      wide
      description="Les 77 communes sur une carte et dans un tableau."
    >
      <Filters filter={filter} departments={departments} />
      <p role="status">
        {t('{count, plural, =0 {Aucune commune} one {# commune} other {# communes}}', {
          count: communes.length,
        })}
      </p>
      {communes.length === 0 ? (
        <EmptyState title="Aucune commune ne correspond">
          <p>
            <a href="/communes">{t('Voir les {total} communes', { total })}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <BeninMap
            title="Solutions dont l’usage est confirmé, par commune"
            points={communes.map(toPoint)}
            legend={levels}
            areas={areas}
          />
          <CommuneTable communes={communes} />
        </>
      )}
    </Page>
  )
}

function Filters({ filter, departments }: Pick<Listing, 'filter' | 'departments'>) {
  return (
    <GetForm action="/communes" submit="Filtrer">
      <SearchBox label="Nom de la commune" value={filter.words} />
      <div class="filters">
        <Select
          name="departement"
          label="Département"
          empty="Tous"
          value={filter.department}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="categorie"
          label="Catégorie"
          empty="Toutes"
          value={filter.category}
          options={choicesOf(categoryLabels)}
        />
      </div>
    </GetForm>
  )
}

function toPoint({
  name,
  slug,
  latitude,
  longitude,
  population,
  confirmedUses,
  isDepartmentSeat,
}: CommuneLine) {
  const level = levelOf(confirmedUses)
  const levelLabel = t(
    '{count, plural, =0 {aucune solution confirmée} one {une solution confirmée} other {# solutions confirmées}}',
    { count: confirmedUses },
  )
  return {
    name,
    href: `/communes/${slug}`,
    latitude,
    longitude,
    population,
    level,
    levelLabel,
    isSeat: isDepartmentSeat,
  }
}

/** « 2013 », or « de 2013 à 2026 » where some figures are newer than others. */
function nameYears(communes: readonly CommuneLine[]): string {
  const years = communes.map(({ populationYear }) => populationYear)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last
    ? String(first)
    : t('de {first} à {last}', { first: String(first), last: String(last) })
}

function CommuneTable({ communes }: { communes: readonly CommuneLine[] }) {
  return (
    <Table
      caption={t('Communes, population ({years}) et solutions dont l’usage est confirmé', {
        years: nameYears(communes),
      })}
      columns={[
        { key: 'name', label: 'Commune' },
        { key: 'department', label: 'Département' },
        { key: 'category', label: 'Catégorie' },
        { key: 'population', label: 'Population', numeric: true },
        { key: 'uses', label: 'Solutions', numeric: true },
      ]}
      rows={communes.map((commune) => ({
        name: <a href={`/communes/${commune.slug}`}>{commune.name}</a>,
        department: commune.departmentName,
        category: t(categoryLabels[commune.category as keyof typeof categoryLabels]),
        population: formatNumber(commune.population),
        uses: formatNumber(commune.confirmedUses),
      }))}
    />
  )
}
