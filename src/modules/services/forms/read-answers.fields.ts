/**
 * What a browser sends for the fields of a form, read as answers. A field carries its code; in a block, « témoins.2.nom »; a part of
 * an answer follows it: « lieu.latitude ». What cannot be read stays as it was typed, so that nothing is lost and it is refused by name.
 */
import type { z } from 'zod'
import { fields } from '#platform/web.ts'
import type {
  Answer,
  AnswerFile,
  Answers,
  Block,
  Field,
  Place,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { isText, listRows } from '../procedures/visible.rules.ts'
import { nameInRow, rowsName, shownName } from './field-names.rules.ts'

export type Typed = Readonly<Record<string, unknown>>

export function listShown(typed: Typed): ReadonlySet<string> {
  return new Set(readText(typed[shownName], 20_000).split(','))
}

/** What is known now: of fields that were shown what was sent, of others what was stored. */
export function readAnswers(pageFields: readonly Field[], typed: Typed, stored: Answers): Answers {
  const shown = listShown(typed)
  const read = pageFields.flatMap((field): [string, Answer | undefined][] => {
    if (isText(field) || !shown.has(field.code)) return []
    if (field.type === 'block')
      return [[field.code, readRows(field, { typed, shown }, listRows(stored[field.code]))]]
    return [[field.code, readOne(field, typed, field.code)]]
  })
  return { ...stored, ...Object.fromEntries(read) }
}

interface Sent {
  readonly typed: Typed
  readonly shown: ReadonlySet<string>
}

function readRows(block: Block, { typed, shown }: Sent, stored: readonly Answers[]): Answers[] {
  const sent = Number(readText(typed[rowsName(block.code)], 3))
  const count = Number.isInteger(sent) ? Math.min(Math.max(sent, 0), block.max) : 0
  return Array.from({ length: count }, (_, index) => {
    const read = block.fields
      .map((field) => ({ field, name: nameInRow(block.code, index, field.code) }))
      .filter(({ name }) => shown.has(name))
      .map(({ field, name }) => [field.code, readOne(field, typed, name)] as const)
    return { ...stored[index], ...Object.fromEntries(read) }
  })
}

function readOne(field: SimpleField, typed: Typed, name: string): Answer {
  return readers[field.type](typed, name)
}

type Reader = (typed: Typed, name: string) => Answer

const farAway = 1_000_000_000_000
/** More than any field allows: what is too long is refused, not cut. */
const longest = 20_000

const readLine: Reader = (typed, name) => readText(typed[name], longest)
const readInteger = readWith(fields.optionalInteger(-farAway, farAway))

const readers: Readonly<Record<SimpleField['type'], Reader>> = {
  text: readLine,
  longText: readLine,
  number: readInteger,
  money: readInteger,
  date: readWith(fields.optionalDay()),
  phone: readWith(fields.optionalPhone()),
  email: readWith(fields.optionalEmail()),
  npi: (typed, name) => readText(typed[name], 60).replace(/[\s\u00a0\u202f.-]/g, ''),
  yesNo: (typed, name) => yesNoAnswers.get(readText(typed[name], 3)) ?? null,
  choice: readLine,
  multipleChoice: (typed, name) =>
    [typed[name] ?? []].flat().filter((one): one is string => typeof one === 'string'),
  dependentChoice: readLine,
  address: (typed, name) => ({
    arrondissement: readText(typed[`${name}.arrondissement`], 200),
    quartier: readText(typed[`${name}.quartier`], 200),
    details: readText(typed[`${name}.details`], 1000),
  }),
  commune: readLine,
  file: readFile,
  photo: readFile,
  signature: (typed, name) => ({
    name: readText(typed[`${name}.name`], 200),
    stroke: readText(typed[`${name}.stroke`], longest) || null,
  }),
  place: (typed, name) => ({
    landmark: readText(typed[`${name}.landmark`], 1000),
    latitude: readDegrees(typed[`${name}.latitude`]),
    longitude: readDegrees(typed[`${name}.longitude`]),
  }),
}

export const yesNoAnswers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
])

function readWith(parser: z.ZodType<string | number | null>): Reader {
  return (typed, name) => {
    const parsed = parser.safeParse(typed[name])
    return parsed.success ? parsed.data : readText(typed[name], longest)
  }
}

function readFile(typed: Typed, name: string): Answer {
  const sent = typed[name]
  if (typeof sent !== 'object' || sent === null || !('sha256' in sent))
    return readText(sent, 200) || null
  const { name: fileName, sha256, sizeBytes, mediaType } = sent as AnswerFile
  return { name: fileName, sha256, sizeBytes, mediaType }
}

/** 7,9735 and 7.9735 are the same. */
function readDegrees(typed: unknown): Place['latitude'] {
  const text = readText(typed, 40).replace(',', '.').replace(/°$/, '')
  if (text === '') return null
  return /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : text
}

function readText(value: unknown, most: number): string {
  const parsed = fields.optionalText(most).safeParse(value)
  return parsed.success ? parsed.data : String(value).slice(0, most)
}
