/** The association's board: which communes took the digital lines up, by department and category, with its file. */
import { type Category, categoryLabels, listDepartments } from '#modules/directory/index.ts'
import { formatDecimal, formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, page } from '#platform/web.ts'
import { choicesOf, GetForm, NumberField, Page, Select, Table } from '#web/components/index.tsx'
import { listUptakes, type Uptake, type UptakeFilter } from './uptake.queries.ts'

const path = '/espace/lettre-modele/suivi'

interface Board {
  readonly filter: UptakeFilter
  readonly uptakes: readonly Uptake[]
}

interface Shown extends Board {
  readonly departments: Awaited<ReturnType<typeof listDepartments>>
}

async function loadBoard({ db, actor, query, now }: Context): Promise<Board> {
  const { annee, departement, categorie } = query
  const typed = typeof annee === 'string' && /^20\d\d$/.test(annee) ? Number(annee) : null
  const filter: UptakeFilter = {
    year: typed ?? Number(toDay(now).slice(0, 4)) + 1,
    department: typeof departement === 'string' ? departement.slice(0, 20) || null : null,
    category:
      typeof categorie === 'string' && categorie in categoryLabels ? (categorie as Category) : null,
  }
  return { filter, uptakes: associationStaff(actor, null) ? await listUptakes(db, filter) : [] }
}

const boardPage = page(path, {
  load: async (_, context): Promise<Shown> => ({
    ...(await loadBoard(context)),
    departments: await listDepartments(context.db),
  }),
  allow: associationStaff,
  view: (shown) => <ShowBoard {...shown} />,
})

function ShowBoard({ filter, uptakes, departments }: Shown) {
  const signed = uptakes.filter(({ reference }) => reference !== null)
  const named = signed.filter(({ lineCount }) => lineCount > 0)
  return (
    <Page
      title="Qui a repris les lignes numériques"
      breadcrumbs={[{ label: 'La lettre de cadrage modèle', href: '/espace/lettre-modele' }]}
      lead="Les lettres de cadrage signées, et la part du numérique dans les budgets votés, à côté de ce que l’association recommande."
    >
      <Filters filter={filter} departments={departments} />
      <p class="strong">
        {t('{communes} communes : {signed} lettres signées, dont {named} nomment des lignes.', {
          communes: uptakes.length,
          signed: signed.length,
          named: named.length,
        })}
      </p>
      <Uptakes uptakes={uptakes} />
      <p class="meta">
        <a href={`${path}.csv?${writeQuery(filter)}`}>{t('Ces chiffres en CSV')}</a>
      </p>
    </Page>
  )
}

function Filters({ filter, departments }: Pick<Shown, 'filter' | 'departments'>) {
  return (
    <GetForm action={path} submit="Filtrer">
      <NumberField name="annee" label="Année du budget" value={filter.year} required={false} />
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
  )
}

function Uptakes({ uptakes }: Pick<Shown, 'uptakes'>) {
  return (
    <Table
      caption="Communes"
      isCaptionHidden
      columns={[
        { key: 'commune', label: 'Commune' },
        { key: 'category', label: 'Catégorie' },
        { key: 'reference', label: 'Lettre signée' },
        { key: 'lines', label: 'Lignes', numeric: true },
        { key: 'amount', label: 'Montant', numeric: true },
        { key: 'share', label: 'Part du budget', numeric: true },
        { key: 'advised', label: 'Recommandée', numeric: true },
      ]}
      rows={uptakes.map((uptake) => ({
        commune: `${uptake.commune} (${uptake.department})`,
        category: t(categoryLabels[uptake.category]),
        reference: uptake.reference ?? '—',
        lines: uptake.reference === null ? '—' : uptake.lineCount,
        amount: uptake.reference === null ? '—' : formatMoney(uptake.lineAmount),
        share: toShare(uptake.share),
        advised: toShare(uptake.advised),
      }))}
    />
  )
}

function toShare(share: number | null): string {
  return share === null ? '—' : `${formatDecimal(share)} %`
}

function writeQuery({ year, department, category }: UptakeFilter): string {
  return new URLSearchParams({
    annee: String(year),
    ...(department && { departement: department }),
    ...(category && { categorie: category }),
  }).toString()
}

const boardFile = endpoint(`${path}.csv`, {
  load: (_, context: Context) => loadBoard(context),
  allow: associationStaff,
  reply: ({ filter, uptakes }) => ({
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="lignes-numeriques-${filter.year}.csv"`,
    },
    body:
      byteOrderMark +
      writeCsvLine(columns) +
      uptakes
        .map((uptake) =>
          writeCsvLine([
            ...[uptake.commune, uptake.department, t(categoryLabels[uptake.category])],
            ...[uptake.reference, uptake.lineCount, uptake.lineAmount],
            ...[uptake.share, uptake.advised],
          ]),
        )
        .join(''),
  }),
})

const columns = [
  'commune',
  'departement',
  'categorie',
  'lettre',
  'lignes',
  'montant_fcfa',
  'part_du_budget',
  'part_recommandee',
]

export const uptakePages = [boardPage, boardFile]
