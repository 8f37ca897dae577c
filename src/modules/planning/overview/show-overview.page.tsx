/** « Où en sont les communes »: what the association and everybody can see of the country, as drawings, tables and files. */
import { type Category, categoryLabels, listDepartments } from '#modules/directory/index.ts'
import { NotFound } from '#platform/errors.ts'
import { formatDateTime, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, page } from '#platform/web.ts'
import { choicesOf, Details, GetForm, Page, Select, Table } from '#web/components/index.tsx'
import { BarChart } from './bar-chart.view.tsx'
import { loadOverview } from './load-overview.ts'
import type { Overview, OverviewFilter } from './overview.types.ts'
import { type FigureTable, listFigures, showCell } from './overview-tables.ts'

interface Shown {
  readonly filter: OverviewFilter
  readonly departments: Awaited<ReturnType<typeof listDepartments>>
  readonly overview: Overview
}

export const showOverviewPage = page('/planification', {
  load: async (_, context): Promise<Shown> => ({
    departments: await listDepartments(context.db),
    ...(await readOverview(context)),
  }),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowOverview {...shown} />,
})

async function readOverview({ db, query, now }: Context) {
  const { departement, categorie } = query
  const filter: OverviewFilter = {
    department: typeof departement === 'string' ? departement.slice(0, 20) || null : null,
    category: isCategory(categorie) ? categorie : null,
  }
  return { filter, overview: await loadOverview(db, filter, Number(toDay(now).slice(0, 4))) }
}

function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && value in categoryLabels
}

function ShowOverview({ filter, departments, overview }: Shown) {
  return (
    <Page
      title="Où en sont les communes"
      lead="Maturité, schémas directeurs, connexion, budgets et lettres de cadrage : ce que les communes ont déclaré, confirmé ou voté, rien d’autre."
    >
      <GetForm action="/planification" submit="Filtrer">
        <Select
          name="departement"
          label="Département"
          value={filter.department ?? ''}
          empty="Tous les départements"
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
          required={false}
        />
        <Select
          name="categorie"
          label="Catégorie"
          value={filter.category ?? ''}
          empty="Toutes les catégories"
          options={choicesOf(categoryLabels)}
          required={false}
        />
      </GetForm>
      <p class="strong">
        {t('{communes} communes, dont {diagnosed} ont un diagnostic confirmé.', {
          communes: overview.communes,
          diagnosed: overview.diagnosed,
        })}
      </p>
      {overview.computedAt && (
        <p class="soft">
          {t('Chiffres comptés le {moment}.', { moment: formatDateTime(overview.computedAt) })}
        </p>
      )}
      {listFigures(overview).map((figure) => (
        <Figure key={figure.slug} figure={figure} filter={filter} />
      ))}
    </Page>
  )
}

function Figure({ figure, filter }: { figure: FigureTable; filter: OverviewFilter }) {
  const { slug, title, explanation, columns, rows } = figure
  return (
    <section id={slug}>
      <h2>{t(title)}</h2>
      <p class="soft">{t(explanation)}</p>
      {rows.length === 0 ? (
        <p>{t('Pas encore assez de données.')}</p>
      ) : (
        <>
          <BarChart title={title} {...drawFigure(figure)} />
          <Details summary="Le tableau">
            <Table
              caption={title}
              isCaptionHidden
              columns={columns.map(({ label, kind }, index) => ({
                key: String(index),
                label,
                numeric: kind !== undefined,
              }))}
              rows={rows.map((cells) =>
                Object.fromEntries(
                  columns.map((column, index) => [index, showCell(cells[index] ?? null, column)]),
                ),
              )}
            />
          </Details>
        </>
      )}
      <p class="meta">
        <a href={`/planification/chiffres/${slug}.csv${writeQuery(filter)}`}>
          {t('Ces chiffres en CSV')}
        </a>
      </p>
    </section>
  )
}

/** The first number of each row; of quartiles, the band and its median. */
function drawFigure({ columns, rows }: FigureTable) {
  const isPercent = columns[1]?.kind === 'percent'
  const isSpread = columns.length === 4 && columns[3]?.kind === 'decimal'
  const bars = rows.map(([label, first, median, third]) => ({
    label: String(label),
    value: toNumber(isSpread ? median : first),
    ...(isSpread && { band: [Number(first), Number(third)] as const }),
  }))
  const highest = Math.max(0, ...bars.map(({ value }) => value ?? 0))
  return { bars, unit: isPercent ? ' %' : '', max: isPercent ? scaleOf(highest) : 5 }
}

/** A few per cent drawn on a hundred would all look like nothing. */
function scaleOf(highest: number): number {
  return [5, 10, 25, 50].find((scale) => highest <= scale) ?? 100
}

function toNumber(cell: string | number | null | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}

function writeQuery({ department, category }: OverviewFilter): string {
  const query = new URLSearchParams({
    ...(department && { departement: department }),
    ...(category && { categorie: category }),
  })
  return query.size > 0 ? `?${query}` : ''
}

export const overviewFile = endpoint('/planification/chiffres/:file', {
  load: async ({ file }: { file: string }, context: Context) => {
    const { overview } = await readOverview(context)
    const figure = listFigures(overview).find(({ slug }) => `${slug}.csv` === file)
    if (!figure) throw new NotFound()
    return figure
  },
  allow: everyone,
  reply: ({ slug, columns, rows }) => ({
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="planification-${slug}.csv"`,
    },
    body:
      byteOrderMark +
      writeCsvLine(columns.map(({ label }) => t(label))) +
      rows.map((cells) => writeCsvLine([...cells])).join(''),
  }),
})
