/** The catalogue of verified solutions: search, facets with counts, sort, pages. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  EmptyState,
  Facets,
  GetForm,
  Notice,
  Page,
  Pagination,
  SearchBox,
  Select,
  Stars,
  Tag,
} from '#web/components/index.tsx'
import {
  connectivityLabels,
  domainLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
} from '../labels.ts'
import { type CatalogueResult, searchCatalogue } from './catalogue.queries.ts'
import type { CatalogueEntry } from './catalogue-entry.queries.ts'
import {
  type CatalogueSearch,
  type FacetName,
  readSearch,
  type Sort,
  writeSearch,
} from './catalogue-query.rules.ts'

interface Listing {
  readonly search: CatalogueSearch
  readonly result: CatalogueResult
}

export const listSolutionsPage = page('/solutions', {
  load: async (_, { db, query }: Context): Promise<Listing> => {
    const search = readSearch(query)
    return { search, result: await searchCatalogue(db, search) }
  },
  allow: everyone,
  isPublic: true,
  view: (listing) => <Catalogue {...listing} />,
})

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
  gratuite: 'Gratuite',
}

const facets: readonly {
  name: FacetName
  legend: string
  labels: Readonly<Record<string, string>>
}[] = [
  { name: 'domaine', legend: 'Domaine', labels: domainLabels },
  { name: 'connexion', legend: 'Connexion nécessaire', labels: connectivityLabels },
  { name: 'atout', legend: 'Atouts', labels: assetLabels },
  { name: 'hebergement', legend: 'Hébergement', labels: hostingLabels },
  { name: 'licence', legend: 'Licence', labels: licenceLabels },
  { name: 'langue', legend: 'Langue', labels: languageLabels },
]

function Catalogue({ search, result }: Listing) {
  return (
    <Page
      title="Les solutions numériques"
      wide
      description="Le catalogue des solutions vérifiées, proposées aux communes du Bénin."
    >
      <GetForm action="/solutions" submit="Filtrer">
        <SearchBox
          label="Que cherchez-vous ?"
          value={search.words}
          hint="Un problème, un service, un nom : les accents et les fautes sont pardonnés."
        />
        <Select
          name="tri"
          label="Trier"
          value={search.sort}
          options={Object.entries(sortLabels).map(([value, label]) => ({ value, label }))}
        />
        <div class="filters">
          {facets.map(({ name, legend, labels }) => (
            <Facets
              key={name}
              name={name}
              legend={legend}
              options={toOptions(search, result, name, labels)}
            />
          ))}
        </div>
      </GetForm>
      <p role="status">
        {t('{count, plural, =0 {Aucune solution} one {# solution} other {# solutions}}', {
          count: result.total,
        })}
      </p>
      {result.reading === 'similar' && result.total > 0 && (
        <Notice kind="info">
          <p>
            {t('Rien ne correspond exactement à « {words} » : voici ce qui s’en approche.', {
              words: search.words,
            })}
          </p>
        </Notice>
      )}
      {result.entries.length === 0 ? (
        <EmptyState title="Aucune solution ne correspond">
          <p>
            {t('Retirez un filtre, ou cherchez un autre mot.')}{' '}
            <a href="/solutions">{t('Voir tout le catalogue')}</a>
          </p>
        </EmptyState>
      ) : (
        <CardList>
          {result.entries.map((entry) => (
            <SolutionCard key={entry.solutionId} entry={entry} />
          ))}
        </CardList>
      )}
      <Pagination
        previousHref={result.previous && writeSearch(search, { before: result.previous })}
        nextHref={result.next && writeSearch(search, { after: result.next })}
      />
    </Page>
  )
}

/** Only what would leave results, and what is ticked. */
function toOptions(
  search: CatalogueSearch,
  { facets: counts }: CatalogueResult,
  name: FacetName,
  labels: Readonly<Record<string, string>>,
) {
  return Object.entries(labels).flatMap(([value, label]) => {
    const count = counts.get(`${name}:${value}`) ?? 0
    const checked = search.chosen[name].includes(value)
    return count > 0 || checked ? [{ value, label, count, checked }] : []
  })
}

export function SolutionCard({ entry }: { entry: CatalogueEntry }) {
  return (
    <Card title={entry.name} href={`/solutions/${entry.slug}`} meta={<Confirmed entry={entry} />}>
      <p>{entry.summary}</p>
      <p class="tags">
        {entry.domains.slice(0, 2).map((code) => (
          <Tag key={code}>{t(domainLabels[code] ?? code)}</Tag>
        ))}
        {entry.worksOffline && <Tag tone="info">{t('Hors ligne')}</Tag>}
      </p>
    </Card>
  )
}

function Confirmed({ entry }: { entry: CatalogueEntry }) {
  return (
    <>
      {entry.startupName}.{' '}
      {t(
        '{count, plural, =0 {Pas encore d’usage confirmé} one {Usage confirmé par une commune} other {Usage confirmé par # communes}}',
        { count: entry.confirmedUses },
      )}
      {entry.ratingAverage !== null && (
        <>
          {'. '}
          <Stars value={entry.ratingAverage} count={entry.ratingCount} />
        </>
      )}
    </>
  )
}

/** The price in a few words; « sur devis » when none is given. */
export function describePrice({
  priceSetup,
  priceYearly,
  pricePerInhabitant,
  pricePerUser,
}: CatalogueEntry): string {
  const parts = [
    priceSetup ? t('{amount} à la mise en place', { amount: formatMoney(priceSetup) }) : null,
    priceYearly ? t('{amount} par an', { amount: formatMoney(priceYearly) }) : null,
    pricePerInhabitant
      ? t('{amount} par habitant et par an', { amount: formatMoney(pricePerInhabitant) })
      : null,
    pricePerUser
      ? t('{amount} par utilisateur et par an', { amount: formatMoney(pricePerUser) })
      : null,
  ].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(', ')
  return [priceSetup, priceYearly, pricePerInhabitant, pricePerUser].every((part) => part === null)
    ? t('Sur devis')
    : t('Gratuit')
}
