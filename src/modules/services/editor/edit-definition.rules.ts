/** Changing a procedure piece by piece: each change gives the whole definition that follows, and touches nothing else. */
import type {
  Block,
  Definition,
  Field,
  FormPage,
  SimpleField,
} from '../procedures/procedure.types.ts'

/** Where a field is: on a screen, or in a block of it. */
export interface FieldPlace {
  readonly field: Field
  readonly page: FormPage
  readonly block: Block | null
}

export function findField({ pages }: Definition, code: string): FieldPlace | undefined {
  for (const page of pages) {
    for (const field of page.fields) {
      if (field.code === code) return { field, page, block: null }
      const inner = field.type === 'block' && field.fields.find((one) => one.code === code)
      if (inner) return { field: inner, page, block: field as Block }
    }
  }
  return undefined
}

export function addScreen(definition: Definition, label: string): Definition {
  const code = createCode(definition, label)
  return { ...definition, pages: [...definition.pages, { code, label, fields: [] }] }
}

export function changeScreen(
  definition: Definition,
  code: string,
  change: (page: FormPage) => FormPage,
): Definition {
  return {
    ...definition,
    pages: definition.pages.map((page) => (page.code === code ? change(page) : page)),
  }
}

/** Puts a field in the place of the one that has its code, or last in this container. */
export function putField(definition: Definition, container: string, field: Field): Definition {
  const known = findField(definition, field.code)
  if (known) return replaceField(definition, field)
  return changeContainer(definition, container, (fields) => [...fields, field])
}

function replaceField(definition: Definition, changed: Field): Definition {
  return mapFields(definition, (fields) =>
    fields.map((field) => (field.code === changed.code ? changed : field)),
  )
}

/** A screen, or a block, by its code. */
function changeContainer(
  definition: Definition,
  container: string,
  change: (fields: readonly Field[]) => readonly Field[],
): Definition {
  if (definition.pages.some(({ code }) => code === container))
    return changeScreen(definition, container, (page) => ({ ...page, fields: change(page.fields) }))
  return {
    ...definition,
    pages: definition.pages.map((page) => ({
      ...page,
      fields: page.fields.map((field) =>
        field.code === container && field.type === 'block'
          ? { ...field, fields: change(field.fields) as readonly SimpleField[] }
          : field,
      ),
    })),
  }
}

/** Every list of fields there is, those of blocks included. */
function mapFields(
  definition: Definition,
  change: (fields: readonly Field[]) => readonly Field[],
): Definition {
  return {
    ...definition,
    pages: definition.pages.map((page) => ({
      ...page,
      fields: change(page.fields).map((field) =>
        field.type === 'block'
          ? { ...field, fields: change(field.fields) as readonly SimpleField[] }
          : field,
      ),
    })),
  }
}

/** A screen or a field, and what it holds. */
export function removeElement(definition: Definition, code: string): Definition {
  const pages = definition.pages.filter((page) => page.code !== code)
  return mapFields({ ...definition, pages }, (fields) =>
    fields.filter((field) => field.code !== code),
  )
}

/** One place up or down among its neighbours; at the end of the list nothing moves. */
export function moveElement(definition: Definition, code: string, way: 'up' | 'down'): Definition {
  const pages = swap(definition.pages, code, way)
  return mapFields({ ...definition, pages }, (fields) => swap(fields, code, way))
}

function swap<Item extends { readonly code: string }>(
  items: readonly Item[],
  code: string,
  way: 'up' | 'down',
): readonly Item[] {
  const at = items.findIndex((item) => item.code === code)
  const to = way === 'up' ? at - 1 : at + 1
  const [moved, other] = [items[at], items[to]]
  if (!moved || !other) return items
  return items.map((item) => (item === moved ? other : item === other ? moved : item))
}

/** To another screen, last on it. A block's own fields stay in it. */
export function moveToScreen(definition: Definition, code: string, screen: string): Definition {
  const place = findField(definition, code)
  if (!place || place.block || place.page.code === screen) return definition
  return putField(removeElement(definition, code), screen, place.field)
}

/** A code that nothing has yet, from the words of a label: « Nom de l’enfant » gives nomDeLEnfant. */
export function createCode(definition: Definition, label: string): string {
  const taken = new Set(listCodes(definition))
  const base = toCode(label)
  if (!taken.has(base)) return base
  for (let number = 2; ; number += 1) {
    const code = `${base}${number}`
    if (!taken.has(code)) return code
  }
}

export function toCode(label: string): string {
  const [first = '', ...rest] = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const camel = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const code = camel.slice(0, 30)
  return /^[a-z]/.test(code) ? code : `q${code}`
}

function listCodes({ pages }: Definition): string[] {
  return pages.flatMap((page) => [
    page.code,
    ...page.fields.flatMap((field) => [
      field.code,
      ...(field.type === 'block' ? field.fields.map(({ code }) => code) : []),
    ]),
  ])
}
