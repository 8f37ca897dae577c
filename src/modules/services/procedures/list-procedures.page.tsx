/** Every procedure that a commune opened: what may be asked, and where. */
import { type CommunePlace, listCommunePlaces } from '#modules/directory/index.ts'
import { formatDate } from '#platform/format.ts'
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
  Card,
  CardList,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Select,
  Tag,
} from '#web/components/index.tsx'
import { listOpenCommuneIds, listPublished, type PublishedLine } from './published.queries.ts'

const pageSize = 20

type Place = Pick<CommunePlace, 'id' | 'slug' | 'name'>

interface Listing {
  readonly words: string
  /** The slug that was asked for; '' for all of them. */
  readonly commune: string
  readonly communes: ReadonlyMap<string, Place>
  readonly lines: readonly PublishedLine[]
  readonly nextHref?: string
}

export const listProceduresPage = page('/demarches', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <Procedures {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const words = readQueryText(query.q).slice(0, 100)
  const open = new Set(await listOpenCommuneIds(db))
  const places = (await listCommunePlaces(db)).filter(({ id }) => open.has(id))
  const asked = places.find(({ slug }) => slug === readQueryText(query.commune))
  const cursor = decodeCursor(readQueryText(query.apres))
  const filter = { words, communeId: asked?.id ?? null }
  const found = await listPublished(db, filter, cursor, pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  const commune = asked?.slug ?? ''
  return {
    ...{ words, commune, lines },
    communes: new Map(places.map((place) => [place.id, place])),
    ...(last && { nextHref: hrefAfter({ words, commune }, last) }),
  }
}

function hrefAfter(
  { words, commune }: Pick<Listing, 'words' | 'commune'>,
  { updatedAt, id }: PublishedLine,
): string {
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(commune && { commune }),
    apres: encodeCursor({ publishedAt: updatedAt.toISOString(), id }),
  })
  return `/demarches?${query}`
}

function Procedures({ words, commune, communes, lines, nextHref }: Listing) {
  const options = [...communes.values()]
    .map(({ slug, name }) => ({ value: slug, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
  return (
    <Page
      title="Les démarches"
      lead="Ce que l’on peut demander à une mairie, ce qu’il faut préparer, ce que cela coûte et en combien de temps elle répond."
    >
      <GetForm action="/demarches" submit="Filtrer">
        <SearchBox label="Nom de la démarche" value={words} />
        <Select
          name="commune"
          label="Commune"
          value={commune}
          empty="Toutes les communes"
          options={options}
        />
      </GetForm>
      {lines.length === 0 ? (
        <EmptyState title="Aucune démarche ne correspond">
          <p>
            {t('Une commune qui n’a pas encore décrit la démarche rend peut-être le service.')}{' '}
            <a href="/services">{t('Voir tous les services')}</a>
          </p>
        </EmptyState>
      ) : (
        <CardList>
          {lines.map((line) => (
            <ProcedureCard key={line.id} line={line} place={communes.get(line.communeId)} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function ProcedureCard({ line, place }: { line: PublishedLine; place: Place | undefined }) {
  const { title, summary, serviceCode, status, updatedAt } = line
  return (
    <Card
      kicker={place?.name}
      title={title}
      href={`/communes/${place?.slug}/demarches/${serviceCode}`}
      tags={status === 'suspended' && <Tag tone="warning">Suspendue</Tag>}
      meta={t('Mise à jour le {date}', { date: formatDate(updatedAt) })}
    >
      <p lang="fr">{summary}</p>
    </Card>
  )
}
