/** The sums of a letter, what it lacks before it is submitted, and where digital lines exceed a ceiling. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { budgetSectionLabels } from './letter.labels.ts'
import {
  type BudgetSection,
  budgetSections,
  type FullLetter,
  type LetterLine,
} from './letter.schema.ts'
import type { SourceCeiling } from './letter-source.types.ts'

export type Sums = Readonly<Record<BudgetSection, number>>
type Line = Pick<LetterLine, 'section' | 'amount'>
type Ceiling = Pick<SourceCeiling, 'running' | 'investment'>

export function sumLines(lines: readonly Line[]): Sums {
  const sums = { investment: 0, running: 0 }
  for (const { section, amount } of lines) sums[section] += amount
  return sums
}

export function sumCeilings(ceilings: readonly Ceiling[]): Sums {
  const sums = { investment: 0, running: 0 }
  for (const { investment, running } of ceilings) {
    sums.investment += investment ?? 0
    sums.running += running ?? 0
  }
  return sums
}

/** The digital part of a service's ceiling. */
export function sumOfDepartment(
  lines: readonly (Line & { readonly department: string })[],
  department: string,
): Sums {
  return sumLines(lines.filter((line) => line.department === department))
}

export interface Gap {
  readonly page: string
  readonly message: string
}

type Checked = Pick<FullLetter, 'sections' | 'lines' | 'ceilings' | 'dates'>

/** What is still missing, each with the page where it is written. */
export function listGaps({ sections, lines, ceilings, dates }: Checked): Gap[] {
  const empty = sections
    .filter(({ body }) => body.trim() === '')
    .map(({ key, title }) => ({
      page: `sections/${key}`,
      message: t('La partie « {title} » est vide.', { title }),
    }))
  const unjustified = lines.filter(({ justification }) => justification.trim().length < 10)
  const unplaced = lines.filter(({ department }) => department === '')
  const hasCeiling = ceilings.some(
    ({ running, investment }) => running !== null || investment !== null,
  )
  return [
    ...empty,
    ...unjustified.map(({ title }) => ({
      page: 'lignes',
      message: t('Justifiez la ligne « {title} ».', { title }),
    })),
    ...unplaced.map(({ title }) => ({
      page: 'lignes',
      message: t('Dites quel service porte la ligne « {title} ».', { title }),
    })),
    ...(hasCeiling ? [] : [{ page: 'plafonds', message: t('Donnez au moins un plafond.') }]),
    ...(dates.length > 0 ? [] : [{ page: 'calendrier', message: t('Donnez au moins une date.') }]),
  ]
}

/** A service whose digital lines exceed what the letter gives it; one without a ceiling exceeds nothing. */
export function listExcesses({ lines, ceilings }: Pick<FullLetter, 'lines' | 'ceilings'>): Gap[] {
  return ceilings.flatMap((ceiling) => {
    const digital = sumOfDepartment(lines, ceiling.department)
    return budgetSections
      .filter((section) => ceiling[section] !== null && digital[section] > (ceiling[section] ?? 0))
      .map((section) => ({
        page: 'plafonds',
        message: t(
          '{department}, {section} : {digital} de lignes numériques pour un plafond de {ceiling}.',
          {
            department: ceiling.department,
            section: t(budgetSectionLabels[section]).toLowerCase(),
            digital: formatMoney(digital[section]),
            ceiling: formatMoney(ceiling[section] ?? 0),
          },
        ),
      }))
  })
}
