/** Which line of the budget a row of the commune's accounts speaks of: by its number, else by its account and label. */
import { foldWords } from '#platform/tables/fold.rules.ts'
import type { BudgetLine } from './budget.schema.ts'

export interface AccountRow {
  readonly number: number | null
  readonly account: string | null
  readonly label: string | null
  readonly section: string | null
}

export type LineMatch =
  | { readonly ok: true; readonly line: BudgetLine }
  | { readonly ok: false; readonly column: string; readonly message: string }

export function matchLine(lines: readonly BudgetLine[], row: AccountRow): LineMatch {
  if (row.number !== null) return matchNumber(lines, row.number)
  if (row.account === null)
    return refuse('Compte', 'Ni numéro de ligne ni compte : remplissez l’un des deux.')
  const ofAccount = lines.filter((line) => namesAccount(line, row.account ?? ''))
  if (ofAccount.length === 0) return refuse('Compte', explainUnknown(lines, row.account))
  const ofSection = ofAccount.filter(
    ({ section }) => row.section === null || section === row.section,
  )
  const named = ofSection.filter(
    ({ label }) => row.label === null || foldWords(label) === foldWords(row.label),
  )
  const [line] = named
  if (line && named.length === 1) return { ok: true, line }
  return named.length === 0
    ? refuse(
        'Libellé',
        `Aucune ligne du compte « ${row.account} » ne porte ce libellé : ${listLabels(ofAccount)}.`,
      )
    : refuse(
        'Ligne',
        `Plusieurs lignes ont ce compte : indiquez leur numéro (${listNumbers(named)}).`,
      )
}

const refuse = (column: string, message: string) => ({ ok: false, column, message }) as const

function matchNumber(lines: readonly BudgetLine[], number: number): LineMatch {
  const line = lines.find((known) => known.number === number)
  return line
    ? { ok: true, line }
    : refuse(
        'Ligne',
        `Le budget n’a pas de ligne ${number} : ses lignes sont ${listNumbers(lines)}.`,
      )
}

function namesAccount(
  { accountLabel, accountCode, accountKey }: BudgetLine,
  given: string,
): boolean {
  const wanted = foldWords(given)
  return [accountLabel, accountCode ?? '', accountKey].some((name) => foldWords(name) === wanted)
}

function explainUnknown(lines: readonly BudgetLine[], account: string): string {
  const known = [...new Set(lines.map(({ accountLabel }) => accountLabel))].join(', ')
  return `Le compte « ${account} » n’est pas dans ce budget. Comptes du budget : ${known}.`
}

const listNumbers = (lines: readonly BudgetLine[]) =>
  lines
    .slice(0, 20)
    .map(({ number }) => number)
    .join(', ')

const listLabels = (lines: readonly BudgetLine[]) =>
  lines
    .slice(0, 10)
    .map(({ label }) => `« ${label} »`)
    .join(', ')
