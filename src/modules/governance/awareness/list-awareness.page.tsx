/** Sensibilisation, for everybody: what is coming, and the library by kind, domain and audience. */
import { domainLabels } from '#modules/directory/index.ts'
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
  CardList,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Select,
} from '#web/components/index.tsx'
import { type Audience, audienceLabels, audiences } from './audience.labels.ts'
import { awarenessPage } from './awareness-address.ts'
import { resourceKindLabels } from './library/resource.labels.ts'
import {
  listPublished,
  type PublishedResource,
  type ResourceFilter,
} from './library/resource.queries.ts'
import { isKind } from './library/resource.schema.ts'
import { ResourceCard } from './library/resource-card.view.tsx'

const pageSize = 12

interface Listing {
  readonly filter: ResourceFilter
  readonly resources: readonly PublishedResource[]
  readonly nextHref?: string
}

export const listAwarenessPage = page(awarenessPage, {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <Awareness {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const filter = readFilter(query)
  const cursor = decodeCursor(readQueryText(query.apres))
  const found = await listPublished(db, filter, cursor, pageSize)
  const { rows: resources, last } = cutPage(found, pageSize)
  const listing = { filter, resources }
  return last ? { ...listing, nextHref: hrefAfter(filter, last) } : listing
}

/** What is not offered filters nothing. */
function readFilter(query: Context['query']): ResourceFilter {
  const [kind, domain, audience] = ['nature', 'domaine', 'public'].map((name) =>
    readQueryText(query[name]),
  ) as [string, string, string]
  return {
    words: readQueryText(query.q).slice(0, 200),
    kind: isKind(kind) ? kind : null,
    domain: domain in domainLabels ? domain : null,
    audience: audiences.includes(audience as Audience) ? audience : null,
  }
}

function hrefAfter({ words, kind, domain, audience }: ResourceFilter, last: PublishedResource) {
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(kind && { nature: kind }),
    ...(domain && { domaine: domain }),
    ...(audience && { public: audience }),
    apres: encodeCursor({ publishedAt: last.publishedAt.toISOString(), id: last.id }),
  })
  return `${awarenessPage}?${query}`
}

function Awareness({ filter, resources, nextHref }: Listing) {
  return (
    <Page
      title="Sensibilisation"
      lead="Voir une solution à l’œuvre, apprendre d’une commune qui l’a essayée, lire une fiche avant d’écrire un besoin."
    >
      <Filters filter={filter} />
      <section>
        <h2>{t('Bibliothèque')}</h2>
        {resources.length > 0 ? (
          <CardList>
            {resources.map((resource) => (
              <ResourceCard key={resource.id} resource={resource} />
            ))}
          </CardList>
        ) : (
          <EmptyState title="Aucune ressource ne correspond">
            <p>
              <a href={awarenessPage}>{t('Voir toute la bibliothèque')}</a>
            </p>
          </EmptyState>
        )}
        <Pagination nextHref={nextHref} />
      </section>
    </Page>
  )
}

function Filters({ filter }: Pick<Listing, 'filter'>) {
  return (
    <GetForm action={awarenessPage}>
      <Select
        name="nature"
        label="Nature"
        value={filter.kind}
        empty="Toutes"
        options={choicesOf(resourceKindLabels)}
        required={false}
      />
      <Select
        name="domaine"
        label="Domaine"
        value={filter.domain}
        empty="Tous les domaines"
        options={choicesOf(domainLabels)}
        required={false}
      />
      <Select
        name="public"
        label="Pour qui"
        value={filter.audience}
        empty="Tout le monde"
        options={choicesOf(audienceLabels)}
        required={false}
      />
      <SearchBox label="Chercher dans la sensibilisation" value={filter.words} />
    </GetForm>
  )
}
