/** The catalogue of verified solutions: search, facets with counts, sort, pages. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { CardList, EmptyState, Notice, Page, Pagination } from '#web/components/index.tsx'
import { type CatalogueResult, searchCatalogue } from './catalogue.queries.ts'
import { CatalogueFilters } from './catalogue-filters.view.tsx'
import {
  type CatalogueSearch,
  mostCompared,
  readSearch,
  writeComparison,
  writeSearch,
} from './catalogue-query.rules.ts'
import { SolutionCard } from './solution-card.view.tsx'
import type { Understanding } from './understand-words.queries.ts'

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

function Catalogue({ search, result }: Listing) {
  const { entries, counts, understood, next, previous } = result
  return (
    <Page
      title="Les solutions numériques"
      wide
      description="Le catalogue des solutions vérifiées, proposées aux communes du Bénin."
      feed="/solutions.atom"
    >
      {search.compared.length > 0 && <Comparing compared={search.compared} />}
      <CatalogueFilters search={search} counts={counts} />
      <p role="status">
        {t('{count, plural, =0 {Aucune solution} one {# solution} other {# solutions}}', {
          count: counts.total,
        })}
        {understood.reading !== 'exact' && <>. {sayReading(understood)}</>}
      </p>
      {entries.length === 0 ? (
        <Nothing search={search} />
      ) : (
        <CardList>
          {entries.map((entry) => (
            <SolutionCard
              key={entry.solutionId}
              entry={entry}
              compareHref={addToComparison(search, entry.slug)}
            />
          ))}
        </CardList>
      )}
      <Pagination
        previousHref={previous && writeSearch(search, { before: previous })}
        nextHref={next && writeSearch(search, { after: next })}
      />
      <p>
        <a href={writeSearch({ ...search, compared: [] }).replace('/solutions', '/solutions.xlsx')}>
          {t('Toutes ces solutions en tableur (.xlsx)')}
        </a>
      </p>
    </Page>
  )
}

/** Says what was searched in the end, when it is not what was typed. */
function sayReading({ reading, words }: Understanding): string {
  if (reading === 'begun')
    return t('Résultats pour les mots qui commencent par « {words} ».', { words })
  if (reading === 'corrected') return t('Résultats pour « {words} ».', { words })
  return t('Aucune ne réunit tous les mots « {words} » : voici celles qui en contiennent un.', {
    words,
  })
}

function Comparing({ compared }: { compared: readonly string[] }) {
  return (
    <Notice kind="info">
      <p>
        {t('Choisissez une solution à comparer, quatre au plus.')}{' '}
        <a href={writeComparison(compared)}>
          {t(
            '{count, plural, one {Revenir à la comparaison (# solution)} other {Revenir à la comparaison (# solutions)}}',
            { count: compared.length },
          )}
        </a>
      </p>
    </Notice>
  )
}

function addToComparison({ compared }: CatalogueSearch, slug: string): string | undefined {
  const hasRoom = compared.length > 0 && compared.length < mostCompared
  return hasRoom && !compared.includes(slug) ? writeComparison([...compared, slug]) : undefined
}

function Nothing({ search }: { search: CatalogueSearch }) {
  const isFiltered = Object.values(search.chosen).some((values) => values.length > 0)
  if (search.words === '' && !isFiltered)
    return (
      <EmptyState title="Aucune solution n’est encore publiée">
        <p>{t('Les solutions paraissent ici dès que l’association les a vérifiées.')}</p>
      </EmptyState>
    )
  return (
    <EmptyState title="Aucune solution ne correspond">
      <p>
        {t('Retirez un filtre, ou cherchez un autre mot.')}{' '}
        <a href="/solutions">{t('Voir tout le catalogue')}</a>
      </p>
      {search.words !== '' && (
        <p>
          {t('Le besoin existe peut-être déjà :')}{' '}
          <a href={`/besoins?${new URLSearchParams({ q: search.words })}`}>
            {t('chercher parmi les besoins des communes')}
          </a>
        </p>
      )}
    </EmptyState>
  )
}
