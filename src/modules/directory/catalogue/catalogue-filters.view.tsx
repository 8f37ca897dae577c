/** The search of the catalogue: words, order, and facets that only offer what would leave something. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { choicesOf, Facets, GetForm, Hidden, SearchBox, Select } from '#web/components/index.tsx'
import {
  connectivityLabels,
  domainLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
} from '../labels.ts'
import type { CatalogueSearch, FacetName } from './catalogue-query.rules.ts'
import type { Sort } from './cursor.rules.ts'
import { connectivityLevels, type FacetCounts } from './facet-counts.rules.ts'

const sortLabels: Record<Sort, string> = {
  pertinence: 'Les plus pertinentes',
  recentes: 'Les plus récentes',
  nom: 'Par nom',
  utilisees: 'Les plus utilisées',
  notees: 'Les mieux notées',
}

const assetLabels = {
  'hors-ligne': 'Fonctionne hors ligne',
  confirmee: 'Usage confirmé par une commune',
  label: 'Label startup en cours',
}

const costLabels = {
  zero: 'Gratuit',
  petit: 'Jusqu’à 500 000 FCFA',
  moyen: 'De 500 000 à 2 millions',
  grand: 'Plus de 2 millions',
  devis: 'Sur devis',
}

const facets: readonly {
  name: FacetName
  legend: string
  labels: Readonly<Record<string, string>>
}[] = [
  { name: 'domaine', legend: 'Domaine', labels: domainLabels },
  { name: 'cout', legend: 'Prix par an, pour 100 000 habitants', labels: costLabels },
  { name: 'atout', legend: 'Atouts', labels: assetLabels },
  { name: 'hebergement', legend: 'Hébergement', labels: hostingLabels },
  { name: 'licence', legend: 'Licence', labels: licenceLabels },
  { name: 'langue', legend: 'Langue', labels: languageLabels },
]

interface Props {
  readonly search: CatalogueSearch
  readonly counts: FacetCounts
}

export function CatalogueFilters({ search, counts }: Props) {
  return (
    <GetForm action="/solutions" submit="Appliquer">
      {search.compared.map((slug) => (
        <Hidden key={slug} name="comparer" value={slug} />
      ))}
      <SearchBox
        label="Que cherchez-vous ?"
        value={search.words}
        hint="Un problème, un service, un nom : les accents et les fautes sont pardonnés."
      />
      <div class="filters">
        <Select
          name="connexion"
          label="Connexion dont dispose la commune"
          empty="Toutes"
          value={search.chosen.connexion[0]}
          options={listLevels(counts)}
        />
        <Select
          name="tri"
          label="Trier"
          empty="Sans préférence"
          value={search.sort}
          options={choicesOf(sortLabels)}
        />
      </div>
      <div class="filters">
        {facets.map(({ name, legend, labels }) => (
          <Facets
            key={name}
            name={name}
            legend={legend}
            options={listChoices(search, counts, name, labels)}
          />
        ))}
      </div>
    </GetForm>
  )
}

/** Each level with what would still run on it. */
function listLevels({ of }: FacetCounts) {
  return connectivityLevels.map((level) => ({
    value: level,
    label: `${t(connectivityLabels[level])} (${formatNumber(of.connexion.get(level) ?? 0)})`,
  }))
}

/** Only what would leave results, and what is ticked. */
function listChoices(
  { chosen }: CatalogueSearch,
  { of }: FacetCounts,
  name: FacetName,
  labels: Readonly<Record<string, string>>,
) {
  return Object.entries(labels).flatMap(([value, label]) => {
    const count = of[name].get(value) ?? 0
    const checked = chosen[name].includes(value)
    return count > 0 || checked ? [{ value, label, count, checked }] : []
  })
}
