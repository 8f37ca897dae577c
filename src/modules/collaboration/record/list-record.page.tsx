/** The public record: what it sums up to, and every process that leads somewhere public. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { formatDate, formatMoney, formatNumber } from '#platform/format.ts'
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
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Figure,
  GetForm,
  Grid,
  Page,
  Pagination,
  Select,
  Tag,
} from '#web/components/index.tsx'
import { factLabels, totalLabels } from './record.labels.ts'
import { listProcesses, sumByParty, sumByYear, sumRecord } from './record.queries.ts'
import type { Process, RecordFilter, Totals } from './record.schema.ts'
import { readRecordFilter, writeRecordFilter } from './record-query.rules.ts'

const pageSize = 20

interface Listing {
  readonly filter: RecordFilter
  readonly totals: Totals
  readonly processes: readonly Process[]
  readonly names: ReadonlyMap<string, string>
  /** Who and when one may choose from. */
  readonly years: readonly number[]
  readonly communeIds: readonly string[]
  readonly startupIds: readonly string[]
  readonly nextHref?: string
}

export const listRecordPage = page('/registre', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <Record {...listing} />,
})

async function loadListing(_: unknown, context: Context): Promise<Listing> {
  const filter = readRecordFilter(context.query)
  const cursor = decodeCursor(readQueryText(context.query.apres))
  const found = await listProcesses(context, filter, cursor, pageSize)
  const communeIds = (await sumByParty(context, 'commune', null)).map(({ id }) => id)
  const startupIds = (await sumByParty(context, 'startup', null)).map(({ id }) => id)
  const { rows: processes, last } = cutPage(found, pageSize)
  return {
    filter,
    totals: await sumRecord(context, filter),
    processes,
    names: await listOrganisationNames(context.db, [...communeIds, ...startupIds]),
    years: (await sumByYear(context)).map(({ year }) => year),
    communeIds,
    startupIds,
    ...(last && { nextHref: hrefAfter(filter, last) }),
  }
}

function hrefAfter(filter: RecordFilter, { lastAt, processId }: Process): string {
  const query = writeRecordFilter(filter)
  query.set('apres', encodeCursor({ publishedAt: lastAt.toISOString(), id: processId }))
  return `/registre?${query}`
}

function Record(listing: Listing) {
  const { filter, totals, processes, names, nextHref } = listing
  return (
    <Page
      title="Le registre public"
      lead="Ce que chaque commune a demandé, à qui elle l’a confié, pour combien, et ce qui en est sorti."
    >
      <Filters {...listing} />
      <RecordFigures totals={totals} />
      <p>
        <ButtonLink kind="quiet" href="/registre/totaux">
          Totaux par année, commune et startup
        </ButtonLink>{' '}
        <ButtonLink kind="quiet" href={`/registre.xlsx?${writeRecordFilter(filter)}`}>
          Ces faits dans un tableur
        </ButtonLink>
      </p>
      {processes.length === 0 ? (
        <EmptyState title="Rien ne correspond">
          <p>{t('Un parcours entre au registre quand la commune publie son besoin.')}</p>
        </EmptyState>
      ) : (
        <CardList>
          {processes.map((process) => (
            <ProcessCard key={process.processId} process={process} names={names} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function Filters({ filter, years, communeIds, startupIds, names }: Listing) {
  return (
    <GetForm action="/registre" submit="Filtrer">
      <div class="filters">
        <Select
          name="annee"
          label="Année"
          empty="Toutes"
          value={filter.year === null ? '' : String(filter.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="commune"
          label="Commune"
          empty="Toutes"
          value={filter.communeId ?? ''}
          options={listChoices(communeIds, names)}
        />
        <Select
          name="startup"
          label="Startup"
          empty="Toutes"
          value={filter.startupId ?? ''}
          options={listChoices(startupIds, names)}
        />
      </div>
    </GetForm>
  )
}

function listChoices(ids: readonly string[], names: ReadonlyMap<string, string>) {
  return ids
    .map((value) => ({ value, label: names.get(value) ?? '' }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
}

function RecordFigures({ totals }: { totals: Totals }) {
  return (
    <Grid>
      <Figure value={totals.needs} label={totalLabels.needs} />
      <Figure value={totals.calls} label={totalLabels.calls} />
      <Figure value={totals.awards} label={totalLabels.awards} />
      <Figure value={formatNumber(totals.signed)} label="FCFA de conventions" />
      <Figure value={totals.closed} label={totalLabels.closed} />
    </Grid>
  )
}

interface CardProps {
  readonly process: Process
  readonly names: ReadonlyMap<string, string>
}

function ProcessCard({ process, names }: CardProps) {
  const { title, reference, communeId, startupIds, lastKind, lastAt, amount } = process
  const parties = [communeId, ...startupIds].map((id) => names.get(id) ?? '')
  return (
    <Card
      title={title}
      kicker={reference}
      href={`/registre/${reference}`}
      tags={<Tag>{t(factLabels[lastKind])}</Tag>}
    >
      <p class="meta">
        {parties.join(' · ')} · {formatDate(lastAt)}
        {amount !== null && ` · ${formatMoney(amount)}`}
      </p>
    </Card>
  )
}
