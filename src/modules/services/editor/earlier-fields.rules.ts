/** The questions whose answers are known where another begins: what a condition there may read. */
import type { Definition, Field } from '../procedures/procedure.types.ts'

/** Before this screen or question; all of them for what has no place in the form, such as a tariff. */
export function listEarlier({ pages }: Pick<Definition, 'pages'>, code: string | null): Field[] {
  const earlier: Field[] = []
  for (const page of pages) {
    if (page.code === code) return earlier
    for (const field of page.fields) {
      if (field.code === code) return earlier
      if (field.type === 'block') {
        const at = field.fields.findIndex((inner) => inner.code === code)
        if (at >= 0) return [...earlier, ...field.fields.slice(0, at)]
      }
      earlier.push(field)
    }
  }
  return earlier
}

/** Before whatever is added last to this screen or block. */
export function listEarlierIn(definition: Pick<Definition, 'pages'>, container: string): Field[] {
  const earlier = listEarlier(definition, container)
  for (const page of definition.pages) {
    if (page.code === container) return [...earlier, ...page.fields]
    const block = page.fields.find((field) => field.code === container)
    if (block?.type === 'block') return [...earlier, ...block.fields]
  }
  return earlier
}
