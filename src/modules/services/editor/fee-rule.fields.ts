/** The rule of what is paid, read from its form and shown in it. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import { listFields } from '../procedures/find-field.rules.ts'
import type { Definition, FeeLine, FeeRule } from '../procedures/procedure.types.ts'
import { listTests } from './condition.fields.ts'
import { listEarlier } from './earlier-fields.rules.ts'
import { readOneCondition, writeOneCondition } from './one-condition.fields.ts'

/** Empty lines at the end, to add some. */
export const blankLines = 2

export const FeeInput = z.looseObject({
  version: fields.version(),
  kind: fields.choice(['unknown', 'free', 'tariffs']),
})

export const lineName = (index: number, part: 'tariff' | 'times' | 'when') =>
  `line${index + 1}.${part}`

export function listLines(fee: FeeRule): readonly FeeLine[] {
  return fee.kind === 'tariffs' ? fee.lines : []
}

export function writeFeeRule(fee: FeeRule): Record<string, string> {
  const lines = listLines(fee).flatMap(({ tariff, times, when }, index) => [
    [lineName(index, 'tariff'), tariff],
    [lineName(index, 'times'), times ?? ''],
    ...Object.entries(writeOneCondition(lineName(index, 'when'), when)),
  ])
  return { kind: fee.kind, ...Object.fromEntries(lines) }
}

interface ReadFee {
  readonly fee: FeeRule
  readonly errors: Readonly<Record<string, string>>
}

export function readFeeRule(
  typed: Readonly<Record<string, unknown>>,
  definition: Definition,
  tariffs: readonly string[],
): ReadFee {
  if (typed.kind !== 'tariffs')
    return { fee: { kind: typed.kind === 'free' ? 'free' : 'unknown' }, errors: {} }
  const count = listLines(definition.fee).length + blankLines
  const read = Array.from({ length: count }, (_, index) =>
    readLine(typed, index, definition, tariffs),
  )
  const errors = Object.assign({}, ...read.map((line) => line.errors))
  const lines = read.flatMap(({ line }) => line ?? [])
  if (lines.length === 0)
    errors[lineName(0, 'tariff')] = 'Choisissez au moins un tarif, ou dites que c’est gratuit'
  return { fee: { kind: 'tariffs', lines }, errors }
}

function readLine(
  typed: Readonly<Record<string, unknown>>,
  index: number,
  definition: Definition,
  tariffs: readonly string[],
): { readonly line?: FeeLine; readonly errors: Readonly<Record<string, string>> } {
  const tariff = String(typed[lineName(index, 'tariff')] ?? '')
  if (tariff === '') return { errors: {} }
  const times = String(typed[lineName(index, 'times')] ?? '')
  const offered = listTests(definition, listEarlier(definition, null))
  const kept = listLines(definition.fee)[index]?.when
  const { when, errors } = readOneCondition(typed, lineName(index, 'when'), offered, kept)
  const isKnown = listFields(definition).some(({ code }) => code === times)
  return {
    line: { tariff, ...(when && { when }), ...(times && { times }) },
    errors: {
      ...errors,
      ...(!tariffs.includes(tariff) && { [lineName(index, 'tariff')]: notOffered }),
      ...(times !== '' && !isKnown && { [lineName(index, 'times')]: notOffered }),
    },
  }
}

const notOffered = 'Choisissez parmi les réponses proposées'
