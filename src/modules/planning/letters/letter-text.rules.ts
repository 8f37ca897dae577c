/** The exact text over which a letter is signed, and its fingerprint; and what changed from one draft to another. */
import { createHash } from 'node:crypto'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { compareTexts, type Piece } from '#platform/text-difference.rules.ts'
import { budgetSectionLabels } from './letter.labels.ts'
import type { FullLetter, LetterLine } from './letter.schema.ts'

/** Everything the letter says, in a fixed order. */
export function toSignedText(full: FullLetter, commune: string): string {
  const { letter, sections, ceilings, lines, dates } = full
  return inLocale('fr', () =>
    [
      `Commune de ${commune}\nLettre de cadrage ${letter.reference}, budget ${letter.year}`,
      letter.addressees,
      ...sections.map(({ title, body }) => `${title}\n${body}`),
      `Plafonds\n${ceilings.map(({ department, running, investment, note }) => `${department} | ${tellAmount(running)} | ${tellAmount(investment)} | ${note}`).join('\n')}`,
      `Lignes numériques\n${lines.map(toLineText).join('\n')}`,
      `Calendrier\n${dates.map(({ title, dueOn, isConfirmed }) => `${formatDate(dueOn)} | ${title}${isConfirmed ? '' : ' (à confirmer)'}`).join('\n')}`,
      letter.signatory,
    ].join('\n\n'),
  )
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function tellAmount(amount: number | null): string {
  return amount === null ? 'sans plafond' : formatMoney(amount)
}

function toLineText({
  title,
  account,
  section,
  source,
  amount,
  department,
  justification,
}: LetterLine) {
  return [
    title,
    budgetSectionLabels[section],
    account,
    source,
    formatMoney(amount),
    department,
    justification,
  ].join(' | ')
}

export interface LetterChange {
  readonly title: string
  readonly pieces: readonly Piece[]
}

/** Part by part, then the lines and the ceilings as text; what is the same is left out. */
export function listChanges(before: FullLetter, after: FullLetter): LetterChange[] {
  return inLocale('fr', () => {
    const former = new Map(before.sections.map(({ key, body }) => [key, body]))
    const parts = after.sections.map(({ key, title, body }) => ({
      title,
      pieces: compareTexts(former.get(key) ?? '', body),
    }))
    const tables = [
      { title: 'Lignes numériques', write: (full: FullLetter) => full.lines.map(toLineText) },
      {
        title: 'Plafonds par service',
        write: (full: FullLetter) =>
          full.ceilings.map(
            ({ department, running, investment }) =>
              `${department} | ${tellAmount(running)} | ${tellAmount(investment)}`,
          ),
      },
    ].map(({ title, write }) => ({
      title,
      pieces: compareTexts(write(before).join('\n'), write(after).join('\n')),
    }))
    return [...parts, ...tables].filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'))
  })
}
