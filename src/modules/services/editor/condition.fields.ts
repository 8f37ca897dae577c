/**
 * A condition as a page without scripts can ask for it: some tests, of which all or one must hold. A test is one choice in a list
 * (« Vous êtes » est « Une entreprise »), with a value beside it where it compares a number or a date.
 */
import { t } from '#platform/i18n.ts'
import { fields } from '#platform/web.ts'
import type { Condition, Definition, Field } from '../procedures/procedure.types.ts'
import { listChoices, tellCondition } from '../procedures/tell-condition.rules.ts'
import { isText } from '../procedures/visible.rules.ts'

export const testCount = 4
export type Mode = 'always' | 'all' | 'any' | 'kept'

type Typed = Readonly<Record<string, unknown>>
type Test = Extract<Condition, { field: string }>

export const testName = (prefix: string, index: number, part: 'test' | 'value' | 'not') =>
  `${prefix}${index + 1}.${part}`

/** The tests that the questions before this one allow, as the options of a list. */
export function listTests(
  definition: Pick<Definition, 'pages'>,
  earlier: readonly Field[],
): { readonly value: string; readonly label: string }[] {
  return earlier.flatMap((field) =>
    testsOf(field).map((test) => ({
      value: writeTest(test),
      label: needsValue(test) ? tellOpen(field.label, test.op) : tellCondition(definition, test),
    })),
  )
}

function testsOf(field: Field): Test[] {
  const { code } = field
  if (isText(field)) return []
  const answered: Test = { op: 'answered', field: code }
  switch (field.type) {
    case 'yesNo':
      return [true, false].map((value): Test => ({ op: 'is', field: code, value }))
    case 'choice':
    case 'multipleChoice':
    case 'dependentChoice':
      return listChoices(field).map(({ value }) => ({ op: 'chosen', field: code, values: [value] }))
    case 'number':
    case 'money':
      return [
        { op: 'atLeast', field: code, value: 0 },
        { op: 'atMost', field: code, value: 0 },
        answered,
      ]
    case 'date':
      return [
        { op: 'before', field: code, day: '' },
        { op: 'after', field: code, day: '' },
        answered,
      ]
    default:
      return [answered]
  }
}

/** Whether one of these tests waits for a number or a date. */
export function hasOpenTest(offered: readonly { readonly value: string }[]): boolean {
  return offered.some(({ value }) => (value.split('|')[0] ?? '') in openLabels)
}

const openLabels = {
  atLeast: '« {question} » vaut au moins…',
  atMost: '« {question} » vaut au plus…',
  before: '« {question} » est avant le…',
  after: '« {question} » est après le…',
} as const
type OpenOp = keyof typeof openLabels

const needsValue = (test: Test): test is Extract<Test, { op: OpenOp }> => test.op in openLabels
const tellOpen = (question: string, op: OpenOp) => t(openLabels[op], { question })

/** « chosen|quality|company ». */
function writeTest(test: Test): string {
  const value = test.op === 'is' ? String(test.value) : test.op === 'chosen' ? test.values[0] : ''
  return [test.op, test.field, value].join('|')
}

export interface ReadCondition {
  /** Undefined: always shown. */
  readonly when: Condition | undefined
  readonly errors: Readonly<Record<string, string>>
}

/** What was chosen in the lists; only what they offer is accepted. `kept` is the condition they cannot write. */
export function readCondition(
  typed: Typed,
  prefix: string,
  offered: readonly { readonly value: string }[],
  kept: Condition | undefined,
): ReadCondition {
  const mode = String(typed[`${prefix}.mode`] ?? 'always')
  if (mode === 'kept') return { when: kept, errors: {} }
  if (mode !== 'all' && mode !== 'any') return { when: undefined, errors: {} }
  const read = Array.from({ length: testCount }, (_, index) =>
    readTestAt(typed, prefix, index, offered),
  )
  const errors = Object.assign({}, ...read.map(({ error }) => error ?? {}))
  const tests = read.flatMap(({ condition }) => condition ?? [])
  if (tests.length === 0 && Object.keys(errors).length === 0)
    errors[testName(prefix, 0, 'test')] = 'Choisissez au moins une réponse'
  const [only] = tests
  return { when: tests.length === 1 ? only : { op: mode, of: tests }, errors }
}

/** One line of the list: empty, a condition, or an error beside the field that has it. */
function readTestAt(
  typed: Typed,
  prefix: string,
  index: number,
  offered: readonly { readonly value: string }[],
): { readonly condition?: Condition; readonly error?: Readonly<Record<string, string>> } {
  const name = testName(prefix, index, 'test')
  const chosen = String(typed[name] ?? '')
  if (chosen === '') return {}
  if (!offered.some(({ value }) => value === chosen))
    return { error: { [name]: 'Choisissez parmi les réponses proposées' } }
  const valueName = testName(prefix, index, 'value')
  const test = readTest(chosen, typed[valueName])
  if (typeof test === 'string') return { error: { [valueName]: test } }
  const isNot = typed[testName(prefix, index, 'not')] === 'on'
  return { condition: isNot ? { op: 'not', of: test } : test }
}

/** The test, or what is wrong with its value. */
function readTest(chosen: string, typedValue: unknown): Condition | string {
  const [op = '', field = '', ...rest] = chosen.split('|')
  const value = rest.join('|')
  switch (op) {
    case 'is':
      return { op, field, value: value === 'true' }
    case 'chosen':
      return { op, field, values: [value] }
    case 'atLeast':
    case 'atMost': {
      const number = fields.integer(-1_000_000_000, 1_000_000_000).safeParse(typedValue)
      return number.success ? { op, field, value: number.data } : 'Indiquez un nombre'
    }
    case 'before':
    case 'after': {
      const day = fields.day().safeParse(typedValue)
      return day.success ? { op, field, day: day.data } : 'Indiquez une date'
    }
    default:
      return { op: 'answered', field }
  }
}

/** What the lists show of a condition; null when they cannot write it, and it is kept or replaced whole. */
export function writeCondition(
  prefix: string,
  when: Condition | undefined,
): Record<string, string> | null {
  if (when === undefined) return { [`${prefix}.mode`]: 'always' }
  const isList = when.op === 'all' || when.op === 'any'
  const tests = (isList ? when.of : [when]).map(toTest)
  if (tests.length > testCount || tests.some((test) => test === null)) return null
  const written = tests.flatMap((one, index): [string, string][] => {
    if (one === null) return []
    const { test, isNot } = one
    return [
      [testName(prefix, index, 'test'), writeTest(test)],
      [testName(prefix, index, 'value'), findValue(test)],
      [testName(prefix, index, 'not'), isNot ? 'on' : ''],
    ]
  })
  return { [`${prefix}.mode`]: isList ? when.op : 'all', ...Object.fromEntries(written) }
}

function toTest(condition: Condition): { test: Test; isNot: boolean } | null {
  const isNot = condition.op === 'not'
  const inner = isNot ? condition.of : condition
  if (!('field' in inner) || (inner.op === 'chosen' && inner.values.length !== 1)) return null
  return { test: inner, isNot }
}

function findValue(test: Test): string {
  if (test.op === 'atLeast' || test.op === 'atMost') return String(test.value)
  return test.op === 'before' || test.op === 'after' ? test.day : ''
}
