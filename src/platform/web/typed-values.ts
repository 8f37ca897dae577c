/** What was typed, in the shape the form declares: one ticked box is a list of one, a repeated text is its first. */
import type { z } from 'zod'

interface Definition {
  readonly type: string
  readonly in?: z.ZodType
  readonly out?: z.ZodType
  readonly innerType?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
}

/** Stored values as the strings a form shows. */
export function toShownValues(initial: Record<string, unknown>): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(initial)) {
    if (value === null || value === undefined) continue
    if (typeof value === 'boolean') shown[name] = value ? 'on' : ''
    else shown[name] = Array.isArray(value) ? value.map(String) : String(value)
  }
  return shown
}

export function shapeTyped(
  input: z.ZodType,
  typed: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shape = findShape(input)
  const entries = Object.entries(typed).map(([name, value]) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    return [name, field ? shapeValue(field, value) : value]
  })
  return Object.fromEntries(entries)
}

function shapeValue(field: z.ZodType, value: unknown): unknown {
  const list = [value].flat()
  return isList(field) ? list : list[0]
}

function findShape(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const { shape, in: input } = schema.def as unknown as Definition
  return shape ?? (input ? findShape(input) : {})
}

function isList(schema: z.ZodType): boolean {
  const definition = schema.def as unknown as Definition
  if (definition.type === 'array') return true
  return [definition.in, definition.out, definition.innerType].some((part) => part && isList(part))
}
