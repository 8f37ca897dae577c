/** What may be told of, everywhere the same, so that a system that sends reports to one commune sends them to all. */
import reference from '#reference/report-categories.json' with { type: 'json' }

export interface Category {
  readonly code: string
  readonly label: string
  readonly hint: string
  readonly group: string
  /** Who receives it in most town halls; each says its own. */
  readonly department: string
  readonly keywords: readonly string[]
  /** Two reports of it so far apart at most may be the same. */
  readonly nearMeters: number
}

export const categories: readonly Category[] = reference.rows
export const categoryCodes: readonly string[] = categories.map(({ code }) => code)

/** What each code reads as. */
export const categoryNames: Readonly<Record<string, string>> = Object.fromEntries(
  categories.map(({ code, label }) => [code, label]),
)

const byCode = new Map(categories.map((category) => [category.code, category]))

export const findCategory = (code: string): Category | undefined => byCode.get(code)
export const nameCategory = (code: string): string => categoryNames[code] ?? code
