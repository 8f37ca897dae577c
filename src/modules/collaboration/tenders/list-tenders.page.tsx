/** Every file handed over to the State's procurement, newest first, with what came of it. */
import { domainLabels, listCommuneNames } from '#modules/directory/index.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
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
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
  Tag,
} from '#web/components/index.tsx'
import { listPublicTenders, type PublicTender } from './tender.queries.ts'
import { TenderTag } from './tender-body.view.tsx'

const pageSize = 20

interface Listing {
  readonly domain: string | null
  readonly tenders: readonly PublicTender[]
  readonly communeNames: ReadonlyMap<string, string>
  readonly nextHref?: string
}

export const listTendersPage = page('/marches-formels', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <TenderList {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const domain = readQueryText(query.domaine).slice(0, 60) || null
  const cursor = decodeCursor(readQueryText(query.apres))
  const found = await listPublicTenders(db, domain, cursor, pageSize)
  const { rows: tenders, last } = cutPage(found, pageSize)
  const communeNames = await listCommuneNames(
    db,
    tenders.map(({ communeId }) => communeId),
  )
  return { domain, tenders, communeNames, ...(last && { nextHref: hrefAfter(domain, last) }) }
}

function hrefAfter(domain: string | null, last: PublicTender): string {
  const query = new URLSearchParams({
    ...(domain && { domaine: domain }),
    apres: encodeCursor({ publishedAt: last.handedOverAt.toISOString(), id: last.id }),
  })
  return `/marches-formels?${query}`
}

function TenderList({ domain, tenders, communeNames, nextHref }: Listing) {
  return (
    <Page
      title="Les dossiers remis à la commande publique"
      lead="La procédure se déroule dans le système de l’État ; son résultat est rapporté ici par la commune."
    >
      <GetForm action="/marches-formels" submit="Filtrer">
        <Select
          name="domaine"
          label="Domaine"
          value={domain ?? ''}
          empty="Tous les domaines"
          options={choicesOf(domainLabels)}
        />
      </GetForm>
      {tenders.length === 0 ? (
        <EmptyState title="Aucun dossier ne correspond">
          <p>{t('Un dossier devient public quand la commune l’a remis.')}</p>
        </EmptyState>
      ) : (
        <CardList>
          {tenders.map((tender) => (
            <TenderCard
              key={tender.id}
              tender={tender}
              communeName={communeNames.get(tender.communeId) ?? ''}
            />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function TenderCard({ tender, communeName }: { tender: PublicTender; communeName: string }) {
  const amount = tender.awardedAmount ?? tender.estimate
  return (
    <Card
      title={tender.title}
      href={`/marches-formels/${tender.reference}`}
      kicker={tender.reference}
      tags={
        <>
          <TenderTag {...tender} /> {amount !== null && <Tag>{formatMoney(amount)}</Tag>}
        </>
      }
    >
      <p class="meta">
        {communeName} · {formatDate(tender.handedOverAt)}
      </p>
    </Card>
  )
}
