/** Which communes a page tells of: those of a department, of a category, or all. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import type { Place } from './indicator.types.ts'

export interface CommuneFilter {
  /** Empty for all. */
  readonly department: string
  readonly category: Category | ''
}

export function readCommuneFilter(
  query: Readonly<Record<string, string | string[] | undefined>>,
): CommuneFilter {
  const category = readQueryText(query.categorie)
  return {
    department: readQueryText(query.departement).slice(0, 20),
    category: isCategory(category) ? category : '',
  }
}

function isCategory(value: string): value is Category {
  return Object.hasOwn(categoryLabels, value)
}

export function isAmong(
  { department, category }: CommuneFilter,
  place: Omit<Place, 'id'>,
): boolean {
  return (
    (department === '' || place.departmentCode === department) &&
    (category === '' || place.category === category)
  )
}
