/** The shape of a procedure that comes from outside: the library, an editor's form, a file sent by another commune. */
import { z } from 'zod'
import type { Condition, Definition, Field, SimpleField } from './procedure.types.ts'

const code = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'Un code commence par une minuscule, sans accent ni espace')
const label = z.string().trim().min(1, 'Écrivez un intitulé').max(300)
const text = z.string().trim().max(2000)
const day = z.iso.date('Indiquez une date qui existe')
const bound = z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000)

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(condition).min(1).max(20) }),
    z.strictObject({ op: z.literal('not'), of: condition }),
    z.strictObject({ op: z.literal('answered'), field: code }),
    z.strictObject({ op: z.literal('is'), field: code, value: z.boolean() }),
    z.strictObject({
      op: z.literal('chosen'),
      field: code,
      values: z.array(z.string().max(60)).min(1).max(60),
    }),
    z.strictObject({ op: z.enum(['atLeast', 'atMost']), field: code, value: bound }),
    z.strictObject({ op: z.enum(['before', 'after']), field: code, day }),
  ]),
)

const element = { code, label, when: condition.optional() }
const asked = { ...element, hint: text.optional(), isRequired: z.boolean() }
const choices = z.array(z.strictObject({ value: z.string().min(1).max(60), label })).max(100)
const maxLength = z.number().int().min(1).max(10_000).optional()
const prefill = z.enum(['name', 'phone', 'email']).optional()
const maxMegabytes = z.number().int().min(1).max(12).optional()

const simpleTypes = [
  z.strictObject({ ...asked, type: z.literal('text'), maxLength, prefill }),
  z.strictObject({ ...asked, type: z.literal('longText'), maxLength }),
  z.strictObject({
    ...asked,
    type: z.enum(['number', 'money']),
    min: bound.optional(),
    max: bound.optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('date'),
    period: z.enum(['past', 'future']).optional(),
  }),
  z.strictObject({ ...asked, type: z.enum(['phone', 'email']), prefill }),
  z.strictObject({
    ...asked,
    type: z.enum(['npi', 'yesNo', 'address', 'commune', 'signature', 'place']),
  }),
  z.strictObject({ ...asked, type: z.enum(['choice', 'multipleChoice']), choices }),
  z.strictObject({
    ...asked,
    type: z.literal('dependentChoice'),
    dependsOn: code,
    choices: z.record(z.string().min(1).max(60), choices),
  }),
  z.strictObject({
    ...asked,
    type: z.enum(['file', 'photo']),
    maxMegabytes,
    isIdentity: z.boolean().optional(),
  }),
] as const

const simpleField = z.discriminatedUnion('type', simpleTypes) as unknown as z.ZodType<SimpleField>

const block = z.strictObject({
  ...element,
  hint: text.optional(),
  type: z.literal('block'),
  fields: z.array(simpleField).max(20),
  min: z.number().int().min(0).max(20),
  max: z.number().int().min(1).max(20),
})

const field = z.discriminatedUnion('type', [
  ...simpleTypes,
  block,
  z.strictObject({ ...element, label: text, type: z.enum(['title', 'explanation']) }),
]) as unknown as z.ZodType<Field>

const stated = z.strictObject({
  text: text.min(1),
  source: z.string().trim().min(3).max(300).nullable(),
})

const fee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['unknown', 'free']) }),
  z.strictObject({
    kind: z.literal('tariffs'),
    lines: z
      .array(
        z.strictObject({
          tariff: z.string().trim().min(1).max(200),
          when: condition.optional(),
          times: code.optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
])

const timeLimit = z.strictObject({
  days: z.number().int().min(1).max(3650),
  source: stated.shape.source,
  // Silence is worth something only where a text says so: its source is not optional.
  silence: z
    .strictObject({
      means: z.enum(['accepted', 'refused']),
      source: z.string().trim().min(3).max(300),
      when: condition.optional(),
    })
    .optional(),
})

const department = z.string().trim().min(2).max(120)

const definition = z.strictObject({
  title: label,
  serviceCode: z.string().min(1).max(60),
  summary: text.min(1),
  outcome: text,
  documents: z.array(stated).max(40),
  regulations: z.array(stated).max(20),
  steps: z.array(text.min(1)).max(20),
  pages: z.array(z.strictObject({ ...element, fields: z.array(field).max(60) })).max(20),
  fee,
  routing: z.strictObject({
    department,
    exceptions: z.array(z.strictObject({ when: condition, department })).max(20),
  }),
  timeLimit: timeLimit.nullable(),
  act: z
    .strictObject({
      title: label,
      body: z.string().trim().min(1).max(10_000),
      capacity: z.string().trim().min(2).max(120),
    })
    .optional(),
})

const exchanged = z.strictObject({
  format: z.literal('cauri-procedure', 'Ce fichier n’est pas une démarche'),
  version: z.literal(1, 'Cette démarche vient d’une version plus récente'),
  procedure: definition,
})

export function writeProcedure(procedure: Definition): string {
  return `${JSON.stringify({ format: 'cauri-procedure', version: 1, procedure }, null, 2)}\n`
}

export type ReadProcedure =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly string[] }

/** A condition in a condition in a condition…: deeper than anybody writes, and than a walk should follow. */
const deepest = 40
const largest = 400_000

/** Reads a file of JSON; what is wrong is said with where it is. */
export function readProcedure(json: string): ReadProcedure {
  if (json.length > largest) return refuse('Ce fichier est trop long pour une démarche')
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch {
    return refuse('Ce fichier n’est pas du JSON lisible')
  }
  if (measureDepth(content) > deepest) return refuse('Ce fichier est trop imbriqué')
  const parsed = exchanged.safeParse(content)
  if (parsed.success) return { ok: true, definition: parsed.data.procedure as Definition }
  const problems = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')} : ${message}` : message))
  return { ok: false, problems }
}

function refuse(problem: string): ReadProcedure {
  return { ok: false, problems: [problem] }
}

/** Stops counting once it is too deep, so that a hostile file does not exhaust the stack. */
function measureDepth(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > deepest) return depth
  return Object.values(value).reduce<number>(
    (most, one) => Math.max(most, measureDepth(one, depth + 1)),
    depth,
  )
}
