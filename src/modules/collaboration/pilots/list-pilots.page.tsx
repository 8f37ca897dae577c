/** Every pilot that has been decided, newest first: what was tried, with what success, and what it taught. */
import { domainLabels } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
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
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
} from '#web/components/index.tsx'
import { pilotStatusLabels } from './pilot.labels.ts'
import { publicStatuses } from './pilot.policy.ts'
import { type DecidedPilot, listDecidedPilots, type PilotFilter } from './pilot.queries.ts'
import type { Pilot } from './pilot.schema.ts'
import { PilotTag } from './pilot-body.view.tsx'

const pageSize = 20

interface Listing {
  readonly filter: PilotFilter
  readonly pilots: readonly DecidedPilot[]
  readonly names: ReadonlyMap<string, string>
  readonly nextHref?: string
}

export const listPilotsPage = page('/experimentations', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <PilotList {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const filter = readFilter(query)
  const cursor = decodeCursor(readQueryText(query.apres))
  const found = await listDecidedPilots(db, filter, cursor, pageSize)
  const { rows: pilots, last } = cutPage(found, pageSize)
  const names = await listOrganisationNames(
    db,
    pilots.flatMap(({ communeId, startupId }) => [communeId, startupId]),
  )
  return { filter, pilots, names, ...(last && { nextHref: hrefAfter(filter, last) }) }
}

function readFilter(query: Context['query']): PilotFilter {
  const decision = readQueryText(query.decision)
  return {
    domain: readQueryText(query.domaine).slice(0, 60) || null,
    decision: publicStatuses.find((status) => status === decision) ?? null,
  }
}

function hrefAfter({ domain, decision }: PilotFilter, last: DecidedPilot): string {
  const query = new URLSearchParams({
    ...(domain && { domaine: domain }),
    ...(decision && { decision }),
    apres: encodeCursor({ publishedAt: last.decidedAt.toISOString(), id: last.id }),
  })
  return `/experimentations?${query}`
}

function PilotList({ filter, pilots, names, nextHref }: Listing) {
  return (
    <Page
      title="Les expérimentations"
      lead="Ce que des communes ont essayé, ce qu’elles ont mesuré, et ce qu’elles conseillent aux autres."
    >
      <GetForm action="/experimentations" submit="Filtrer">
        <Select
          name="domaine"
          label="Domaine"
          value={filter.domain ?? ''}
          empty="Tous les domaines"
          options={choicesOf(domainLabels)}
        />
        <Select
          name="decision"
          label="Décision"
          value={filter.decision ?? ''}
          empty="Toutes les décisions"
          options={publicStatuses.map((value) => ({
            value,
            label: pilotStatusLabels[value].label,
          }))}
        />
      </GetForm>
      {pilots.length === 0 ? (
        <EmptyState title="Aucune expérimentation ne correspond">
          <p>{t('Une expérimentation devient publique quand la commune a décidé de la suite.')}</p>
        </EmptyState>
      ) : (
        <CardList>
          {pilots.map((pilot) => (
            <PilotCard key={pilot.id} pilot={pilot} names={names} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

interface CardProps {
  readonly pilot: Pilot
  readonly names: ReadonlyMap<string, string>
  readonly level?: 2 | 3
}

export function PilotCard({ pilot, names, level }: CardProps) {
  const { title, reference, solutionName, communeId, startupId, decidedAt } = pilot
  return (
    <Card
      title={title}
      href={`/experimentations/${reference}`}
      kicker={`${solutionName} · ${names.get(startupId) ?? ''}`}
      tags={<PilotTag {...pilot} />}
      level={level}
    >
      <p class="meta">
        {names.get(communeId)}
        {decidedAt && <> · {formatDate(decidedAt)}</>}
      </p>
    </Card>
  )
}
