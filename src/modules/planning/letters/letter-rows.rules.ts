/** The rows a letter begins with: its digital lines, one ceiling per service, the dates of its calendar. */
import type { LetterDate, LetterLine } from './letter.schema.ts'
import type { LetterSource, SourceAction, SourceCeiling } from './letter-source.types.ts'

export type DraftLine = Pick<
  LetterLine,
  | 'title'
  | 'account'
  | 'section'
  | 'source'
  | 'amount'
  | 'department'
  | 'justification'
  | 'planActionId'
  | 'budgetLineId'
>
export type DraftDate = Pick<LetterDate, 'title' | 'dueOn' | 'source' | 'isConfirmed'>

const mostLines = 40

/** What the budget already names comes first; of the plan, what the budget does not name yet. */
export function draftLines({ budgetLines, plan, year }: LetterSource): DraftLine[] {
  const actionOf = new Map(plan?.actions.map((action) => [action.id, action]))
  const fromBudget = budgetLines.map(
    (line): DraftLine => ({
      title: cut(line.title, 200),
      account: line.account,
      section: line.section,
      source: line.source,
      amount: line.amount,
      department: line.department || (actionOf.get(line.actionId ?? '')?.department ?? ''),
      justification:
        cut(line.justification, 1000) ||
        justify(actionOf.get(line.actionId ?? ''), plan?.reference, year),
      planActionId: line.actionId,
      budgetLineId: line.id,
    }),
  )
  const named = new Set(budgetLines.map(({ actionId, section }) => `${actionId}:${section}`))
  const fromPlan = (plan?.actions ?? []).flatMap((action) =>
    (['investment', 'running'] as const)
      .filter((section) => action[section] > 0 && !named.has(`${action.id}:${section}`))
      .map(
        (section): DraftLine => ({
          title: cut(action.title, 200),
          account: '',
          section,
          source: action.source,
          amount: action[section],
          department: action.department,
          justification: justify(action, plan?.reference, year),
          planActionId: action.id,
          budgetLineId: null,
        }),
      ),
  )
  return [...fromBudget, ...fromPlan].slice(0, mostLines)
}

function justify(
  action: SourceAction | undefined,
  reference: string | undefined,
  year: number,
): string {
  if (!action || !reference) return ''
  const reason = cut(action.reason.trim(), 700)
  const origin = `Action de rang ${action.priority} du schéma directeur ${reference}, prévue en ${year}.`
  return reason ? `${endSentence(reason)} ${origin}` : origin
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** Last year's ceilings stay a beginning; a service that holds a digital line is always there. */
export function draftCeilings(
  { formerCeilings, model }: LetterSource,
  lines: readonly Pick<DraftLine, 'department'>[],
): SourceCeiling[] {
  const known = formerCeilings.length > 0 ? formerCeilings : model.departments.map(toBlank)
  const names = new Set(known.map(({ department }) => department))
  const added = [...new Set(lines.map(({ department }) => department))].filter(
    (department) => department !== '' && !names.has(department),
  )
  return [...known, ...added.map(toBlank)].slice(0, 20)
}

function toBlank(department: string): SourceCeiling {
  return { department, running: null, investment: null, note: '' }
}

/** The calendar of a budget runs over the year before it. */
export function draftDates({ model, year }: LetterSource): DraftDate[] {
  return model.dates.map(({ title, month, day, source, isConfirmed }) => ({
    title,
    source,
    isConfirmed,
    dueOn: toDueDay(year - 1, month, day),
  }))
}

/** The 31st of a shorter month is its last day. */
function toDueDay(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(Math.min(day, last))}`
}
