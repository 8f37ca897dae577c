/**
 * When a question counts, in the words of JSON Schema. Undefined where they do not suffice (a date before another): the question is
 * then left optional there, and the procedure's own rules have the last word.
 */
import { listFieldsOf } from '../procedures/condition.rules.ts'
import type { Condition } from '../procedures/procedure.types.ts'
import type { JsonSchema } from './json-schema.types.ts'

/** `known` are the questions of the same object: a schema sees no further. */
export function writeCondition(
  condition: Condition,
  known: ReadonlySet<string>,
): JsonSchema | undefined {
  if (listFieldsOf(condition).some((code) => !known.has(code))) return undefined
  return write(condition)
}

function write(condition: Condition): JsonSchema | undefined {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map(write)
      if (parts.some((part) => part === undefined)) return undefined
      return { [condition.op === 'all' ? 'allOf' : 'anyOf']: parts }
    }
    case 'not': {
      const part = write(condition.of)
      return part && { not: part }
    }
    case 'answered':
      return answeredWith(condition.field, { not: { enum: ['', null, []] } })
    case 'is':
      return answeredWith(condition.field, { const: condition.value })
    case 'chosen': {
      const one = { enum: condition.values }
      return answeredWith(condition.field, { anyOf: [one, { type: 'array', contains: one }] })
    }
    case 'atLeast':
      return answeredWith(condition.field, { type: 'number', minimum: condition.value })
    case 'atMost':
      return answeredWith(condition.field, { type: 'number', maximum: condition.value })
    default:
      return undefined
  }
}

function answeredWith(code: string, value: JsonSchema): JsonSchema {
  return { required: [code], properties: { [code]: value } }
}
