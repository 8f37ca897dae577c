/** What the page's script is told of a screen: the conditions on it, and the earlier answers that they read. Nothing else. */
import { listFieldsOf } from '../procedures/condition.rules.ts'
import { listPageFields } from '../procedures/find-field.rules.ts'
import type { Answers, Field, FormPage } from '../procedures/procedure.types.ts'

export interface EmbeddedScreen {
  readonly fields: readonly Field[]
  readonly before: Answers
}

/** Whether an answer on it can change what it asks. */
export function isConditional(page: Pick<FormPage, 'fields'>): boolean {
  return listPageFields(page).some(
    ({ when, type }) => when !== undefined || type === 'dependentChoice',
  )
}

export function embedScreen(page: Pick<FormPage, 'fields'>, seen: Answers): EmbeddedScreen {
  const all = listPageFields(page)
  const own = new Set(all.map(({ code }) => code))
  const read = all.flatMap((field) => [
    ...listFieldsOf(field.when),
    ...(field.type === 'dependentChoice' ? [field.dependsOn] : []),
  ])
  const before = [...new Set(read)].filter((code) => !own.has(code) && code in seen)
  return {
    fields: page.fields.map(strip),
    before: Object.fromEntries(before.map((code) => [code, seen[code]])),
  }
}

/** Words are on the page already. */
function strip(field: Field): Field {
  const { code, type, when } = field
  const kept = {
    ...{ code, type, when },
    ...(field.type === 'dependentChoice' && {
      dependsOn: field.dependsOn,
      choices: field.choices,
    }),
    ...(field.type === 'block' && { min: field.min, fields: field.fields.map(strip) }),
  }
  return kept as unknown as Field
}
