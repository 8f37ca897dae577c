/** The filters and tables of the national page. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { choicesOf, GetForm, Select, Table } from '#web/components/index.tsx'
import { overYears } from './gap.rules.ts'
import type { RankedCommune } from './national.facts.ts'
import type { NationalFilter } from './national.queries.ts'
import type { ProviderCoverage } from './provider-coverage.ts'
import { technologyLabels } from './site.labels.ts'
import { nameTechnologies } from './site-facts.view.tsx'
import { formatLatency, formatPercent, formatSpeed } from './speed.labels.ts'

export function hrefOf({ department, provider, technology }: NationalFilter, rank: number): string {
  const query = new URLSearchParams({
    ...(department && { departement: department }),
    ...(provider && { fournisseur: provider }),
    ...(technology && { technologie: technology }),
    rang: String(rank),
  })
  return `/connectivite?${query}`
}

interface FiltersProps {
  readonly filter: NationalFilter
  readonly departments: readonly { code: string; name: string }[]
  readonly providers: readonly ProviderCoverage[]
}

export function NationalFilters({ filter, departments, providers }: FiltersProps) {
  return (
    <GetForm action="/connectivite" submit="Filtrer">
      <div class="filters">
        <Select
          name="departement"
          label="Département"
          empty="Tous"
          value={filter.department}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="fournisseur"
          label="Fournisseur"
          empty="Tous"
          value={filter.provider}
          options={providers.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="technologie"
          label="Technologie"
          empty="Toutes"
          value={filter.technology}
          options={choicesOf(technologyLabels)}
        />
      </div>
    </GetForm>
  )
}

export function RankingTable({ rows, from }: { rows: readonly RankedCommune[]; from: number }) {
  return (
    <Table
      caption="Le classement des communes"
      columns={[
        { key: 'name', label: 'Commune' },
        { key: 'level', label: 'Niveau' },
        { key: 'sites', label: 'Lieux au niveau', numeric: true },
        { key: 'speed', label: 'Débit de la mairie', numeric: true },
        { key: 'cost', label: 'Écart sur 3 ans (FCFA)', numeric: true },
      ]}
      rows={rows.map((row, index) => toRow(row, from + index + 1))}
    />
  )
}

function toRow({ commune, level, sites, met, hallKbps, summary }: RankedCommune, rank: number) {
  const cost = summary && overYears({ setUp: summary.setUpCost, yearly: summary.yearlyCost })
  return {
    name: (
      <>
        {rank}. <a href={`/communes/${commune.slug}/connectivite`}>{commune.name}</a>
      </>
    ),
    level: level ?? '?',
    sites: sites === 0 ? '—' : `${met}/${sites}`,
    speed: hallKbps === null ? '—' : formatSpeed(hallKbps),
    cost: cost === undefined ? '—' : formatNumber(cost),
  }
}

export function ProviderTable({ providers }: { providers: readonly ProviderCoverage[] }) {
  if (providers.length === 0) return null
  return (
    <Table
      caption={t('Ce que couvre chaque fournisseur, d’après les communes')}
      columns={[
        { key: 'name', label: 'Fournisseur' },
        { key: 'communes', label: 'Communes servies', numeric: true },
        { key: 'technologies', label: 'Technologies' },
        { key: 'speed', label: 'Débit descendant (médiane)', numeric: true },
        { key: 'latency', label: 'Latence (médiane)', numeric: true },
        { key: 'availability', label: 'Disponibilité moyenne', numeric: true },
      ]}
      rows={providers.map((provider) => ({
        name: <a href={`/connectivite?fournisseur=${provider.code}`}>{provider.name}</a>,
        communes: formatNumber(provider.communes),
        technologies: nameTechnologies(provider.technologies),
        speed: provider.downKbps === null ? '—' : formatSpeed(provider.downKbps),
        latency: provider.latencyMs === null ? '—' : formatLatency(provider.latencyMs),
        availability: provider.availability === null ? '—' : formatPercent(provider.availability),
      }))}
    />
  )
}
