/** The public board: what the commissions recommended, to whom, and how far it is. */
import { formatDate, toDay } from '#platform/format.ts'
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
  Figure,
  GetForm,
  Grid,
  Page,
  Pagination,
  Select,
} from '#web/components/index.tsx'
import { loadReadings } from './load-readings.ts'
import type { Readings } from './measure.rules.ts'
import { addresseeLabels, recommendationStatusLabels } from './recommendation.labels.ts'
import {
  type BoardCursor,
  type BoardFilter,
  type BoardLine,
  countByStatus,
  listBoard,
  publicStatuses,
} from './recommendation.queries.ts'
import { addressees } from './recommendation.schema.ts'
import type { RecommendationStatus } from './recommendation.workflow.ts'
import { Progress, StatusTags } from './recommendation-body.view.tsx'

const pageSize = 20

interface Listing {
  readonly filter: BoardFilter
  readonly counts: ReadonlyMap<RecommendationStatus, number>
  readonly lines: readonly BoardLine[]
  readonly readings: Readings
  readonly today: string
  readonly nextHref?: string
}

/** Not kept as a public page: what is late depends on the day it is read. */
export const listRecommendationsPage = page('/recommandations', {
  load: loadListing,
  allow: everyone,
  view: (listing) => <Board {...listing} />,
})

async function loadListing(_: unknown, context: Context): Promise<Listing> {
  const { db, query, now } = context
  const filter: BoardFilter = {
    status: publicStatuses.find((one) => one === readQueryText(query.etat)) ?? null,
    addressee: addressees.find((one) => one === readQueryText(query.destinataire)) ?? null,
    session: readQueryText(query.session).slice(0, 20),
  }
  const found = await listBoard(db, filter, readCursor(readQueryText(query.apres)), pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  return {
    ...{ filter, lines, today: toDay(now) },
    counts: await countByStatus(db),
    readings: await loadReadings(context),
    ...(last && { nextHref: hrefAfter(filter, last) }),
  }
}

function readCursor(text: string): BoardCursor | null {
  const cursor = decodeCursor(text)
  return cursor && { adoptedOn: cursor.publishedAt.slice(0, 10), id: cursor.id }
}

function hrefAfter({ status, addressee, session }: BoardFilter, last: BoardLine): string {
  const query = new URLSearchParams({
    ...(status && { etat: status }),
    ...(addressee && { destinataire: addressee }),
    ...(session && { session }),
    apres: encodeCursor({ publishedAt: `${last.startsOn}T00:00:00.000Z`, id: last.id }),
  })
  return `/recommandations?${query}`
}

function Board({ filter, counts, lines, readings, today, nextHref }: Listing) {
  return (
    <Page
      title="Recommandations"
      lead="Ce que les commissions ont recommandé, à qui, pour quand, et où cela en est. Un chiffre de la plateforme est recompté ; le reste est dit par l’association, avec ses preuves."
      feed="/recommandations.atom"
    >
      <Grid>
        {publicStatuses.map((status) => (
          <Figure
            key={status}
            value={counts.get(status) ?? 0}
            label={recommendationStatusLabels[status].label}
            href={`/recommandations?etat=${status}`}
          />
        ))}
      </Grid>
      <Filters filter={filter} />
      {lines.length === 0 && <EmptyState title="Aucune recommandation ne correspond" />}
      <CardList>
        {lines.map((line) => (
          <Card
            key={line.id}
            title={line.title}
            href={`/recommandations/${line.reference}`}
            kicker={`${line.reference} · ${t(addresseeLabels[line.addressee])}`}
            tags={<StatusTags recommendation={line} today={today} />}
            meta={t('{due}. Session {reference}', {
              due: tellDue(line),
              reference: line.sessionReference,
            })}
          >
            <Progress recommendation={line} readings={readings} />
          </Card>
        ))}
      </CardList>
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function tellDue({ dueOn }: BoardLine): string {
  return dueOn ? t('Échéance : {date}', { date: formatDate(dueOn) }) : t('Échéance à confirmer')
}

function Filters({ filter }: Pick<Listing, 'filter'>) {
  return (
    <GetForm action="/recommandations" submit="Filtrer">
      <Select
        name="etat"
        label="État"
        value={filter.status ?? ''}
        empty="Tous les états"
        options={publicStatuses.map((value) => ({
          value,
          label: recommendationStatusLabels[value].label,
        }))}
        required={false}
      />
      <Select
        name="destinataire"
        label="Adressée à"
        value={filter.addressee ?? ''}
        empty="Tous"
        options={choicesOf(addresseeLabels)}
        required={false}
      />
    </GetForm>
  )
}
