/** The digital budgets of communes side by side, for everybody: by category first, then each of those that voted one. */
import { type Category, categoryLabels, listCommunes } from '#modules/directory/index.ts'
import { replyWithFile } from '#platform/documents.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, page } from '#platform/web.ts'
import {
  BarChart,
  EmptyState,
  GetForm,
  Money,
  Page,
  Select,
  Table,
} from '#web/components/index.tsx'
import { formatShare } from './budget-words.ts'
import {
  type CategorySpread,
  type ComparedBudget,
  compareOne,
  spreadByCategory,
} from './compare-budgets.rules.ts'
import { listFiguresIn, listFigureYears } from './figure.queries.ts'

const categories = ['particulier', 'intermediaire', 'ordinaire'] as const

interface Comparing {
  readonly year: number
  readonly years: readonly number[]
  readonly budgets: readonly ComparedBudget[]
}

export const compareBudgetsPage = page('/budgets-numeriques', {
  load: (_, context) => loadComparing(context),
  allow: everyone,
  isPublic: true,
  view: (comparing) => <CompareBudgets {...comparing} />,
})

async function loadComparing({ db, query, now }: Context): Promise<Comparing> {
  const years = await listFigureYears(db)
  const asked = Number(query.annee)
  const year = years.includes(asked) ? asked : (years[0] ?? now.getUTCFullYear())
  const figures = new Map((await listFiguresIn(db, year)).map((one) => [one.communeId, one]))
  const budgets = (await listCommunes(db)).flatMap((commune) => {
    const figure = figures.get(commune.id)
    return figure ? [compareOne(commune, figure)] : []
  })
  return { year, years, budgets }
}

/** Open data: the same figures as the page. */
export const compareBudgetsFile = endpoint('/budgets-numeriques.csv', {
  load: (_, context) => loadComparing(context),
  allow: everyone,
  limit: { points: 30, seconds: 60 },
  reply: ({ year, budgets }) => {
    const head = [
      'commune',
      'categorie',
      'annee',
      'budget_numerique',
      'part_pour_mille',
      'par_habitant',
      'paye_pourcent',
    ]
    const rows = budgets.map((one) => [
      one.name,
      one.category,
      year,
      one.total,
      one.sharePerMille === null ? null : Math.round(one.sharePerMille * 10) / 10,
      one.perInhabitant,
      one.paidPercent,
    ])
    const text = byteOrderMark + [head, ...rows].map(writeCsvLine).join('')
    return replyWithFile(`budgets-numeriques-${year}.csv`, Buffer.from(text))
  },
})

function CompareBudgets({ year, years, budgets }: Comparing) {
  const spreads = spreadByCategory(budgets, categories)
  return (
    <Page
      wide
      title="Les budgets numériques des communes"
      lead="Ce que les communes donnent au numérique, par catégorie et par habitant."
    >
      {budgets.length === 0 ? (
        <EmptyState title="Aucun budget numérique voté">
          <p>{t('Les budgets paraissent ici quand les communes enregistrent leur vote.')}</p>
        </EmptyState>
      ) : (
        <>
          <GetForm action="/budgets-numeriques" submit="Voir">
            <Select
              name="annee"
              label="Année"
              value={String(year)}
              options={years.map((one) => ({ value: String(one), label: String(one) }))}
            />
          </GetForm>
          <Spreads spreads={spreads} />
          <EachCommune budgets={budgets} />
          <p>
            <a href={`/budgets-numeriques.csv?annee=${year}`}>{t('Ces chiffres en CSV')}</a>
          </p>
        </>
      )}
    </Page>
  )
}

function Spreads({ spreads }: { spreads: readonly CategorySpread[] }) {
  const shown = spreads.flatMap(({ category, perInhabitant }) =>
    perInhabitant ? [{ label: t(labelOf(category)), parts: [perInhabitant.median] }] : [],
  )
  return (
    <>
      <h2>{t('Par catégorie de commune')}</h2>
      {shown.length > 0 && (
        <BarChart
          title="Budget numérique par habitant, médiane par catégorie"
          legend={['Par habitant']}
          bars={shown}
          format={formatMoney}
        />
      )}
      <Table
        caption="La moitié des communes de la catégorie donne moins que la médiane"
        columns={[
          { key: 'category', label: 'Catégorie' },
          { key: 'communes', label: 'Communes', numeric: true },
          { key: 'share', label: 'Part du budget : médiane' },
          { key: 'half', label: 'Part : la moitié du milieu' },
          { key: 'inhabitant', label: 'Par habitant : médiane' },
        ]}
        rows={spreads.map(toSpreadRow)}
      />
    </>
  )
}

const labelOf = (category: string) => categoryLabels[category as Category]

function toSpreadRow({ category, communes, share, perInhabitant }: CategorySpread) {
  const tooFew = <span class="soft">{t('Moins de 5 communes')}</span>
  return {
    category: t(labelOf(category)),
    communes: String(communes),
    share: share ? formatShare(share.median) : tooFew,
    half: share
      ? t('de {low} à {high}', { low: formatShare(share.low), high: formatShare(share.high) })
      : tooFew,
    inhabitant: perInhabitant ? formatMoney(Math.round(perInhabitant.median)) : tooFew,
  }
}

function EachCommune({ budgets }: Pick<Comparing, 'budgets'>) {
  return (
    <>
      <h2>{t('Commune par commune')}</h2>
      <Table
        caption="Commune par commune"
        isCaptionHidden
        columns={[
          { key: 'name', label: 'Commune' },
          { key: 'total', label: 'Budget numérique', numeric: true },
          { key: 'share', label: 'Part du budget', numeric: true },
          { key: 'inhabitant', label: 'Par habitant', numeric: true },
          { key: 'paid', label: 'Payé', numeric: true },
        ]}
        rows={budgets.map((one) => ({
          name: <a href={`/communes/${one.slug}/budget-numerique`}>{one.name}</a>,
          total: <Money amount={one.total} />,
          share: one.sharePerMille === null ? '—' : formatShare(one.sharePerMille),
          inhabitant: <Money amount={one.perInhabitant} />,
          paid: one.paidPercent === null ? '—' : `${one.paidPercent}\u00a0%`,
        }))}
      />
    </>
  )
}
