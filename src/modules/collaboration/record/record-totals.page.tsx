/** What the record sums up to: by year, by commune, by startup. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, GetForm, Page, Select, Table } from '#web/components/index.tsx'
import { shortTotalLabels } from './record.labels.ts'
import { type PartyTotals, sumByParty, sumByYear } from './record.queries.ts'
import { type Totals, totalKeys } from './record.schema.ts'
import { readRecordFilter } from './record-query.rules.ts'

interface Shown {
  readonly year: number | null
  readonly byYear: readonly (Totals & { readonly year: number })[]
  readonly byCommune: readonly PartyTotals[]
  readonly byStartup: readonly PartyTotals[]
  readonly names: ReadonlyMap<string, string>
}

export const recordTotalsPage = page('/registre/totaux', {
  load: loadTotals,
  allow: everyone,
  isPublic: true,
  view: (shown) => <RecordTotals {...shown} />,
})

async function loadTotals(_: unknown, context: Context): Promise<Shown> {
  const { year } = readRecordFilter(context.query)
  const byCommune = await sumByParty(context, 'commune', year)
  const byStartup = await sumByParty(context, 'startup', year)
  const ids = [...byCommune, ...byStartup].map(({ id }) => id)
  return {
    year,
    byYear: await sumByYear(context),
    byCommune,
    byStartup,
    names: await listOrganisationNames(context.db, ids),
  }
}

const forStartups = totalKeys.filter((key) => key !== 'needs' && key !== 'calls')

function RecordTotals({ year, byYear, byCommune, byStartup, names }: Shown) {
  return (
    <Page
      title="Les totaux du registre"
      wide
      breadcrumbs={[{ label: 'Registre public', href: '/registre' }]}
    >
      <Sums
        caption="Par année"
        first="Année"
        keys={totalKeys}
        lines={byYear.map((line) => ({
          ...line,
          id: String(line.year),
          name: String(line.year),
          href: `/registre?annee=${line.year}`,
        }))}
      />
      <GetForm action="/registre/totaux" submit="Montrer">
        <Select
          name="annee"
          label="Année des tableaux ci-dessous"
          empty="Toutes"
          value={year === null ? '' : String(year)}
          options={byYear.map((line) => ({ value: String(line.year), label: String(line.year) }))}
        />
      </GetForm>
      <Sums
        caption="Par commune"
        first="Commune"
        keys={totalKeys}
        lines={nameLines(byCommune, names, 'commune')}
      />
      <Sums
        caption="Par startup"
        first="Startup"
        keys={forStartups}
        lines={nameLines(byStartup, names, 'startup')}
      />
      <p class="soft">
        {t(
          'Montants en FCFA. Un appel groupé compte pour la commune qui le conduit ; chaque commune compte sa convention. Les avenants sont compris.',
        )}
      </p>
    </Page>
  )
}

type Line = Totals & { readonly id: string; readonly name: string; readonly href: string }

function nameLines(
  lines: readonly PartyTotals[],
  names: ReadonlyMap<string, string>,
  party: 'commune' | 'startup',
): Line[] {
  return lines.map((line) => ({
    ...line,
    name: names.get(line.id) ?? '',
    href: `/registre?${party}=${line.id}`,
  }))
}

interface SumsProps {
  readonly caption: string
  readonly first: string
  readonly keys: readonly (keyof Totals)[]
  readonly lines: readonly Line[]
}

function Sums({ caption, first, keys, lines }: SumsProps) {
  if (lines.length === 0) return <EmptyState title="Rien ne correspond" />
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: first },
        ...keys.map((key) => ({ key, label: shortTotalLabels[key], numeric: true })),
      ]}
      rows={lines.map((line) => ({
        name: <a href={line.href}>{line.name}</a>,
        ...Object.fromEntries(keys.map((key) => [key, formatNumber(line[key])])),
      }))}
    />
  )
}
