/** What a form says of one question, by its type, and what it shows of one. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import type {
  Choice,
  Definition,
  Field,
  FieldType,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { toCode } from './edit-definition.rules.ts'

type Typed = Readonly<Record<string, unknown>>

const label = fields.text({ max: 300, missing: 'Écrivez la question' })
const bound = fields.optionalInteger(-1_000_000_000_000, 1_000_000_000_000)
const maxLength = fields.optionalInteger(1, 10_000)
const lines = fields.text({ max: 5000, missing: 'Écrivez au moins une réponse' })
const none = z.object({})
const fileOwn = z.object({
  maxMegabytes: fields.optionalInteger(1, 12),
  isIdentity: fields.checkbox(),
})

/** What each type asks for besides the question, its help and whether it must be answered. */
const owns: Readonly<Record<FieldType, z.ZodType>> = {
  text: z.object({ maxLength, prefill: z.enum(['', 'name', 'phone', 'email']).catch('') }),
  longText: z.object({ maxLength }),
  number: z.object({ min: bound, max: bound }),
  money: z.object({ min: bound, max: bound }),
  date: z.object({ period: z.enum(['', 'past', 'future']).catch('') }),
  phone: z.object({ prefill: z.enum(['', 'phone']).catch('') }),
  email: z.object({ prefill: z.enum(['', 'email']).catch('') }),
  ...{ npi: none, yesNo: none, address: none, commune: none, signature: none, place: none },
  choice: z.object({ choices: lines }),
  multipleChoice: z.object({ choices: lines }),
  dependentChoice: z.object({
    dependsOn: fields.text({ missing: 'Choisissez la question dont elle dépend' }),
  }),
  file: fileOwn,
  photo: fileOwn,
  block: z.object({ min: fields.integer(0, 20), max: fields.integer(1, 20) }),
  ...{ title: none, explanation: none },
}

const longLabels: readonly FieldType[] = ['title', 'explanation']

export type ReadQuestion =
  | { readonly ok: true; readonly field: Field }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** The question as the form says it; `known` is what it was, null for a new one. */
export function readQuestion(
  { type, code }: Pick<Field, 'type' | 'code'>,
  typed: Typed,
  definition: Definition,
  known: Field | null,
): ReadQuestion {
  const isText = longLabels.includes(type)
  const common = z.object({
    label: isText ? fields.text({ max: 2000, missing: 'Écrivez le texte' }) : label,
    hint: fields.optionalText(2000),
    isRequired: fields.checkbox(),
  })
  const parsed = z.intersection(common, owns[type]).safeParse(typed)
  if (!parsed.success) {
    const found = parsed.error.issues.map(
      ({ path, message }) => [String(path[0] ?? 'form'), message] as const,
    )
    return { ok: false, errors: Object.fromEntries(found.reverse()) }
  }
  const { label: words, hint, isRequired, ...own } = parsed.data as Common
  const asked = type === 'block' || isText ? {} : { isRequired }
  return {
    ok: true,
    field: {
      ...{ code, label: words, type, ...asked },
      ...(hint !== '' && !isText && { hint }),
      ...dropEmpty(own),
      ...readLists(type, typed, definition, known),
    } as unknown as Field,
  }
}

interface Common extends Record<string, unknown> {
  readonly label: string
  readonly hint: string
  readonly isRequired: boolean
}

function dropEmpty(own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== null && value !== '' && value !== false),
  )
}

function readLists(
  type: FieldType,
  typed: Typed,
  definition: Definition,
  known: Field | null,
): object {
  if (type === 'choice' || type === 'multipleChoice')
    return { choices: readChoices(typed.choices, choicesOf(known)) }
  if (type === 'block') return { fields: known?.type === 'block' ? known.fields : [] }
  if (type !== 'dependentChoice') return {}
  const stored = known?.type === 'dependentChoice' ? known.choices : {}
  const offered = listParentChoices(definition, String(typed.dependsOn)).flatMap(({ value }) => {
    const choices = readChoices(typed[offeredName(value)], stored[value] ?? [])
    return choices.length > 0 ? [[value, choices]] : []
  })
  return { choices: Object.fromEntries(offered) }
}

export const offeredName = (value: string) => `offered.${value}`

function choicesOf(field: Field | null): readonly Choice[] {
  return field?.type === 'choice' || field?.type === 'multipleChoice' ? field.choices : []
}

/** What the question it depends on offers. */
export function listParentChoices({ pages }: Definition, code: string): readonly Choice[] {
  const parent = pages
    .flatMap((page) => page.fields)
    .flatMap((field): Field[] => (field.type === 'block' ? [...field.fields] : [field]))
    .find((field) => field.code === code)
  return parent?.type === 'choice' ? parent.choices : []
}

/** One answer per line. An answer that was there keeps its value: conditions and requests read it. */
export function readChoices(typed: unknown, stored: readonly Choice[]): Choice[] {
  const labels = [
    ...new Set(
      String(typed ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
  const kept = new Map(stored.map(({ value, label }) => [label, value]))
  const taken = new Set(stored.map(({ value }) => value))
  return labels.map((label) => {
    const value = kept.get(label) ?? createValue(label, taken)
    taken.add(value)
    return { value, label }
  })
}

function createValue(label: string, taken: ReadonlySet<string>): string {
  const base = toCode(label)
  let value = base
  for (let number = 2; taken.has(value); number += 1) value = `${base}${number}`
  return value
}

/** What the form shows of a question. */
export function writeQuestion(field: Field): Record<string, unknown> {
  const {
    choices,
    fields: _,
    when: __,
    ...plain
  } = field as SimpleField & {
    readonly choices?: readonly Choice[] | Readonly<Record<string, readonly Choice[]>>
    readonly fields?: readonly SimpleField[]
  }
  return { ...plain, ...writeLists(choices) }
}

function writeLists(
  choices: readonly Choice[] | Readonly<Record<string, readonly Choice[]>> | undefined,
): Record<string, string> {
  if (choices === undefined) return {}
  const toLines = (list: readonly Choice[]) => list.map(({ label }) => label).join('\n')
  if (Array.isArray(choices)) return { choices: toLines(choices as readonly Choice[]) }
  return Object.fromEntries(
    Object.entries(choices).map(([value, list]) => [offeredName(value), toLines(list)]),
  )
}
