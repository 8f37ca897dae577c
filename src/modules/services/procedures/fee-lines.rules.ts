/** What a procedure costs, told before anything was answered: each tariff as its deliberation sets it, or that nobody knows it yet. */
import { findTariff, type Tariff } from './decide.rules.ts'
import { findLabel } from './find-field.rules.ts'
import type { Definition } from './procedure.types.ts'

export interface ToldLine {
  readonly label: string
  /** Null where no tariff in force is known. */
  readonly amount: number | null
  /** The question whose answer multiplies it. */
  readonly times: string | null
  /** Whether it depends on what is answered. */
  readonly isConditional: boolean
}

export type ToldFee =
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'lines'; readonly lines: readonly ToldLine[] }

/** On this day; of two tariffs in force the latest counts. */
export function tellFee(
  definition: Pick<Definition, 'fee' | 'pages'>,
  tariffs: readonly Tariff[],
  day: string,
): ToldFee {
  const { fee } = definition
  if (fee.kind !== 'tariffs') return { kind: fee.kind }
  const lines = fee.lines.map(({ tariff, times, when }) => ({
    label: tariff,
    amount: findTariff(tariffs, tariff, day)?.amount ?? null,
    times: times === undefined ? null : findLabel(definition, times),
    isConditional: when !== undefined,
  }))
  return { kind: 'lines', lines }
}
