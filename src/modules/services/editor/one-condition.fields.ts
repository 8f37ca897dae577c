/** A condition of one test: for a tariff, a department, what silence is worth. One that says more is kept as it is, or replaced. */
import type { Condition } from '../procedures/procedure.types.ts'
import { type ReadCondition, readCondition, testName, writeCondition } from './condition.fields.ts'

export const keptTest = 'kept'

export function readOneCondition(
  typed: Readonly<Record<string, unknown>>,
  prefix: string,
  offered: readonly { readonly value: string }[],
  kept: Condition | undefined,
): ReadCondition {
  const chosen = typed[testName(prefix, 0, 'test')]
  if (chosen === undefined || chosen === '') return { when: undefined, errors: {} }
  if (chosen === keptTest) return { when: kept, errors: {} }
  return readCondition({ ...typed, [`${prefix}.mode`]: 'all' }, prefix, offered, kept)
}

export function writeOneCondition(
  prefix: string,
  when: Condition | undefined,
): Record<string, string> {
  if (when === undefined) return {}
  const written = isOneTest(when) ? writeCondition(prefix, when) : null
  return written ?? { [testName(prefix, 0, 'test')]: keptTest }
}

export const isOneTest = (when: Condition): boolean => 'field' in when
