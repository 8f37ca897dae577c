/** The accounts of the commune, from its spreadsheet: a situation of the lines of a budget on a day. */
import { formatNumber, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  choiceColumn,
  dayColumn,
  integerColumn,
  moneyColumn,
  needed,
  textColumn,
  type ValuesOf,
  yearColumn,
} from '#platform/tables/columns.rules.ts'
import type { LineCheck } from '#platform/tables/review-table.ts'
import { type Context, fields } from '#platform/web.ts'
import { DateField } from '#web/components/index.tsx'
import { importPages } from '#web/imports/import-pages.tsx'
import { sectionOptions } from './budget.labels.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, listLinesOf, versionInForce } from './budget.queries.ts'
import type { Budget, BudgetLine } from './budget.schema.ts'
import { closeRecording, type NewSituation, writeSituations } from './execution.actions.ts'
import { checkSituation } from './execution.rules.ts'
import { matchLine } from './match-line.rules.ts'

const columns = {
  number: integerColumn({
    label: 'Ligne',
    aliases: ['n°', 'numéro', 'numéro de ligne', 'n° de ligne'],
    hint: 'Le numéro de la ligne dans ce budget.',
    min: 1,
    max: 9999,
  }),
  account: textColumn({
    label: 'Compte',
    aliases: ['imputation', 'article', 'chapitre', 'n° de compte', 'nature'],
    hint: 'L’intitulé ou le code du compte, quand le numéro de ligne manque.',
  }),
  label: textColumn({
    label: 'Libellé',
    aliases: ['désignation', 'intitulé', 'objet'],
    hint: 'Distingue deux lignes du même compte.',
  }),
  section: choiceColumn({
    label: 'Section',
    aliases: ['type de dépense'],
    hint: 'Investissement ou Fonctionnement.',
    options: sectionOptions.map((option) => ({
      ...option,
      aliases: option.value === 'investment' ? ['inv', 'i'] : ['fonct', 'fonc', 'f'],
    })),
  }),
  year: yearColumn({
    label: 'Exercice',
    aliases: ['année', 'gestion'],
    hint: 'Celui de ce budget, et aucun autre.',
    min: 2015,
  }),
  asOf: dayColumn({
    label: 'Situation au',
    aliases: ['date', 'arrêté au', 'à la date du'],
    hint: 'Le jour de la situation ; vide : celui choisi avec le fichier.',
  }),
  committed: needed(
    moneyColumn({
      label: 'Engagé',
      aliases: ['montant engagé', 'engagement', 'engagements', 'engagements cumulés'],
      hint: 'Tout ce qui est engagé depuis janvier.',
    }),
  ),
  paid: needed(
    moneyColumn({
      label: 'Payé',
      aliases: ['montant payé', 'mandaté', 'mandats', 'mandatements', 'paiements', 'réalisé'],
      hint: 'Tout ce qui est payé depuis janvier.',
    }),
  ),
  note: textColumn({ label: 'Remarque', aliases: ['observation', 'observations'], max: 500 }),
}

type Row = ValuesOf<typeof columns>

interface Importing {
  readonly budget: Budget
  readonly lines: readonly BudgetLine[]
}

async function loadImporting(
  { budgetId }: { budgetId: string },
  { db }: Context,
): Promise<Importing> {
  const budget = await getBudget(db, budgetId)
  return { budget, lines: await listLinesOf(db, budgetId, versionInForce(budget)) }
}

export const importExecutionPages = importPages('/espace/budgets/:budgetId/execution/importer', {
  kind: 'budgetExecution',
  title: 'Importer l’exécution',
  lead: 'Le tableau de la comptabilité : pour chaque ligne, ce qui est engagé et payé depuis janvier.',
  load: loadImporting,
  allow: (actor, { budget }) => budgetPolicy.record(actor, budget),
  owner: ({ budget }) => ({ id: budget.id, organisationId: budget.communeId }),
  address: ({ budget }) => `/espace/budgets/${budget.id}/execution/importer`,
  back: ({ budget }) => ({
    href: `/espace/budgets/${budget.id}`,
    label: t('Budget {year}', { year: String(budget.year) }),
  }),
  columns,
  choices: {
    input: { asOf: fields.day() },
    initial: (_, { now }) => ({ asOf: toDay(now) }),
    fields: ({ asOf }, errors) => (
      <DateField
        name="asOf"
        label="Situation au"
        hint="Le jour auquel la comptabilité a été arrêtée."
        value={asOf}
        error={errors.asOf}
      />
    ),
  },
  prepare: async (importing, { choices }, { now }) =>
    createCheck(importing, String(choices.asOf), toDay(now)),
  async write({ budget, lines }, rows, { id, choices }, context) {
    const situations = rows.map(({ values }) => toSituation(lines, values, String(choices.asOf)))
    return writeSituations(context, budget, situations, id)
  },
  finish: ({ budget }, outcome, context) =>
    closeRecording(context, budget, outcome, 'budget.import'),
  done: ({ written, unchanged }) =>
    unchanged === 0
      ? `${formatNumber(written)} situations enregistrées.`
      : `${formatNumber(written)} situations enregistrées, ${formatNumber(unchanged)} déjà connues.`,
})

/** Two rows of one line on one day contradict each other, or count twice: the second is refused. */
function createCheck({ budget, lines }: Importing, asOf: string, today: string): LineCheck<Row> {
  const seen = new Map<string, number>()
  return (row, at) => {
    if (row.year !== null && row.year !== budget.year)
      return [{ column: 'Exercice', message: wrongYear(row.year, budget.year) }]
    const match = matchLine(lines, row)
    if (!match.ok) return [match]
    const situation = { ...row, asOf: row.asOf ?? asOf }
    const key = `${match.line.key} ${situation.asOf}`
    const before = seen.get(key)
    seen.set(key, before ?? at)
    if (before !== undefined) return [{ column: 'Ligne', message: twice(before) }]
    return checkSituation(situation, budget.year, today).map(({ field, message }) => ({
      column: columns[field].label,
      message: t(message),
    }))
  }
}

const wrongYear = (given: number, year: number) =>
  t('L’exercice {given} n’est pas celui de ce budget ({year}).', {
    given: String(given),
    year: String(year),
  })

const twice = (before: number) =>
  t('Cette ligne du budget est déjà à la ligne {before} du fichier, pour le même jour.', {
    before: String(before),
  })

function toSituation(lines: readonly BudgetLine[], row: Row, asOf: string): NewSituation {
  const match = matchLine(lines, row)
  if (!match.ok) throw new Error(match.message)
  const { committed, paid, note } = row
  return { lineKey: match.line.key, asOf: row.asOf ?? asOf, committed, paid, note: note ?? '' }
}
