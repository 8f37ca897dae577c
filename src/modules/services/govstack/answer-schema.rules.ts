/** One answer in the words of JSON Schema: what it lets pass, `checkAnswer` lets pass. */
import type { FormFacts, SimpleField } from '../procedures/procedure.types.ts'
import type { JsonSchema } from './json-schema.types.ts'

type Of<Type extends SimpleField['type']> = SimpleField & { readonly type: Type }
type KnownFacts = Pick<FormFacts, 'communes' | 'arrondissements' | 'npiDigits'>

/** A dependent choice is written beside the question it depends on. */
export type AloneField = Exclude<SimpleField, { type: 'dependentChoice' }>

export function writeAnswer(field: AloneField, facts: KnownFacts): JsonSchema {
  const write = writers[field.type] as (field: AloneField, facts: KnownFacts) => JsonSchema
  const { label, hint } = field
  return { title: label, ...(hint && { description: hint }), ...write(field, facts) }
}

const writers: {
  readonly [Type in AloneField['type']]: (field: Of<Type>, facts: KnownFacts) => JsonSchema
} = {
  text: ({ maxLength = 200 }) => line(maxLength),
  longText: ({ maxLength = 4000 }) => line(maxLength),
  number: ({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }) => ({
    ...{ type: 'integer', minimum: min, maximum: max },
  }),
  money: ({ min = 0, max = Number.MAX_SAFE_INTEGER }) => ({
    ...{ type: 'integer', minimum: min, maximum: max, $comment: 'FCFA (XOF)' },
  }),
  date: ({ period }) => ({
    ...{ type: 'string', format: 'date', pattern: '^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$' },
    ...(period && { $comment: periodWords[period] }),
  }),
  phone: () => ({ type: 'string', pattern: '^\\+[0-9]{8,15}$', $comment: 'E.164' }),
  email: () => ({
    ...{ type: 'string', maxLength: 200 },
    pattern: '^[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+$',
  }),
  npi: (_, { npiDigits }) => ({ type: 'string', pattern: `^[0-9]{${npiDigits}}$` }),
  yesNo: () => ({ type: 'boolean' }),
  choice: ({ choices }) => ({ oneOf: writeChoices(choices) }),
  multipleChoice: ({ choices }) => ({
    ...{ type: 'array', uniqueItems: true, minItems: 1 },
    items: { oneOf: writeChoices(choices) },
  }),
  address: (_, { arrondissements }) => ({
    ...object({
      arrondissement: { enum: arrondissements },
      quartier: line(120),
      details: { type: 'string', maxLength: 300 },
    }),
    required: ['arrondissement', 'quartier'],
  }),
  commune: (_, { communes }) => ({ enum: communes }),
  file: () => sentFile,
  photo: () => sentFile,
  signature: () => ({
    ...object({
      name: line(120),
      stroke: { type: ['string', 'null'], pattern: '^[ML0-9 ,.]{1,8000}$' },
    }),
    required: ['name'],
  }),
  place: () => ({
    ...object({
      landmark: { type: 'string', maxLength: 300 },
      latitude: { type: ['number', 'null'], minimum: 6, maximum: 12.6 },
      longitude: { type: ['number', 'null'], minimum: 0.6, maximum: 4 },
    }),
    anyOf: [
      {
        required: ['landmark'],
        properties: {
          ...{
            landmark: { minLength: 1 },
            latitude: { type: 'null' },
            longitude: { type: 'null' },
          },
        },
      },
      {
        required: ['latitude', 'longitude'],
        properties: { latitude: { type: 'number' }, longitude: { type: 'number' } },
      },
    ],
  }),
}

const periodWords = { past: 'Au plus tard aujourd’hui.', future: 'Au plus tôt aujourd’hui.' }

const sentFile: JsonSchema = {
  ...{ type: 'string', format: 'uuid' },
  description: 'Le documentId que POST /documents a rendu.',
}

function line(maxLength: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength }
}

function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', additionalProperties: false, properties }
}

export function writeChoices(choices: readonly { value: string; label: string }[]): JsonSchema[] {
  return choices.length === 0
    ? [{ not: {} }]
    : choices.map(({ value, label }) => ({ const: value, title: label }))
}
