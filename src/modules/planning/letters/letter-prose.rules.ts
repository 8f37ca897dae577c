/** The sentences of a letter, written from what is known; the association's text opens each part. French only: it is a paper. */
import { formatDate, formatDecimal, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { axisLabels } from '../axes.ts'
import type { SectionKey } from './letter.schema.ts'
import type { DraftDate, DraftLine } from './letter-rows.rules.ts'
import type { LetterSource, SourceAction, SourceCeiling } from './letter-source.types.ts'
import { sumCeilings, sumLines } from './letter-sums.rules.ts'

export interface DraftSection {
  readonly key: SectionKey
  readonly title: string
  readonly body: string
}

/** The rows as they now stand: the sentences tell their totals. */
export interface LetterRows {
  readonly lines: readonly Pick<DraftLine, 'section' | 'amount' | 'department'>[]
  readonly ceilings: readonly Pick<SourceCeiling, 'running' | 'investment' | 'department'>[]
  readonly dates: readonly DraftDate[]
}

export function draftSections(source: LetterSource, rows: LetterRows): DraftSection[] {
  return inLocale('fr', () =>
    source.model.sections.map(({ key, title, body }) => ({
      key,
      title,
      body: [fillModel(body, source), ...writers[key](source, rows)].filter(Boolean).join('\n\n'),
    })),
  )
}

/** « {commune} », « {annee} », « {anneePrecedente} » become what they name. */
export function fillModel(body: string, { commune, year }: Pick<LetterSource, 'commune' | 'year'>) {
  const values: Record<string, string> = {
    commune,
    annee: String(year),
    anneePrecedente: String(year - 1),
  }
  return body.replace(/\{(\w+)\}/g, (token, name: string) => values[name] ?? token)
}

type Writer = (source: LetterSource, rows: LetterRows) => string[]

const writers: Readonly<Record<SectionKey, Writer>> = {
  context: (source) => [tellPlan(source), tellLastYear(source), tellState(source)],
  priorities: ({ plan, year }) => (plan ? tellPriorities(plan.actions, year) : []),
  ceilings: (_, { ceilings }) => [tellCeilings(ceilings)],
  digital: tellDigital,
  calendar: (_, { dates }) => [dates.map(tellDate).join('\n')],
  instructions: () => [],
}

function tellPlan({ plan, year }: LetterSource): string {
  if (!plan)
    return 'La commune n’a pas encore de schéma directeur en vigueur : les lignes de cette lettre le préparent.'
  const share = plan.actions.length
  return `Le schéma directeur ${plan.reference}, « ${plan.title} », est en vigueur de ${plan.firstYear} à ${plan.lastYear}. Il compte ${count(plan.actionCount, 'action', 'actions')}, dont ${share === 0 ? 'aucune n’appelle' : share === 1 ? 'une appelle' : `${share} appellent`} des crédits en ${year}.`
}

function tellLastYear({ lastYear, year }: LetterSource): string {
  if (!lastYear || lastYear.voted === 0)
    return `L’exécution des lignes numériques de ${year - 1} n’est pas encore connue.`
  const { voted, committed, paid } = lastYear
  const share = (paid / voted) * 100
  const told = `En ${lastYear.year}, les lignes numériques votées s’élèvent à ${formatMoney(voted)} ; ${formatMoney(committed)} sont engagés et ${formatMoney(paid)} payés, soit ${formatDecimal(share)} % du vote.`
  const advice =
    share < lowExecution
      ? ' Une exécution aussi faible invite à n’inscrire que ce qui est prêt à commencer.'
      : ''
  return told + advice
}

/** Below this share of what was voted, the letter says so. */
const lowExecution = 60

function tellState({ stateLetter }: LetterSource): string {
  if (!stateLetter) return ''
  const { issuer, reference, signedOn, summary } = stateLetter
  return `La lettre de cadrage de l’État (${issuer}, ${reference} du ${formatDate(signedOn)}) est prise en compte : ${summary}`
}

function tellPriorities(actions: readonly SourceAction[], year: number): string[] {
  if (actions.length === 0) return []
  const first = [...actions].sort((a, b) => a.priority - b.priority).slice(0, 5)
  const items = first.map(({ title, axis }) => `- ${title} (${axisLabels[axis].toLowerCase()})`)
  return [`Pour ${year}, le schéma directeur place en tête :\n${items.join('\n')}`]
}

function tellCeilings(ceilings: LetterRows['ceilings']): string {
  const { running, investment } = sumCeilings(ceilings)
  if (running + investment === 0) return ''
  return `Les plafonds font ensemble ${formatMoney(running + investment)} : ${formatMoney(running)} en fonctionnement, ${formatMoney(investment)} en investissement.`
}

function tellDigital({ guidance, categoryLabel }: LetterSource, rows: LetterRows): string[] {
  const { running, investment } = sumLines(rows.lines)
  const total = running + investment
  const named = `Cette lettre nomme ${count(rows.lines.length, 'ligne numérique', 'lignes numériques')}, pour ${formatMoney(total)} : ${formatMoney(investment)} en investissement, ${formatMoney(running)} en fonctionnement.`
  if (rows.lines.length === 0) return ['Aucune ligne numérique n’est encore nommée.']
  if (!guidance) return [named]
  const ceiling = sumCeilings(rows.ceilings)
  const whole = ceiling.running + ceiling.investment
  const share = whole > 0 ? `, soit ${formatDecimal((total / whole) * 100)} % des plafonds` : ''
  const doubt = guidance.isConfirmed ? '' : ' (ordre de grandeur de l’association, à confirmer)'
  return [
    `${named.slice(0, -1)}${share}.`,
    `Pour une commune ${categoryLabel}, l’association recommande d’y consacrer ${formatDecimal(guidance.share)} % du budget${doubt}.`,
  ]
}

function tellDate({ title, dueOn, isConfirmed }: DraftDate): string {
  return `- Au plus tard le ${formatDate(dueOn)} : ${title.charAt(0).toLowerCase()}${title.slice(1)}${isConfirmed ? '' : ' (date à confirmer)'}`
}

function count(value: number, one: string, several: string): string {
  return `${value === 0 ? 'aucune' : value} ${value > 1 ? several : one}`
}
