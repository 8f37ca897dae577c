/** What a procedure costs, told before anything was answered: each tariff as its deliberation sets it, or that nobody knows it yet. */
import { formatMoney } from '#platform/format.ts'
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

/** In one sentence, for a telephone or a paper. */
export function describeFee(fee: ToldFee): string {
  if (fee.kind === 'free') return 'Gratuit.'
  if (fee.kind === 'unknown') return 'Prix à confirmer auprès de la mairie.'
  return fee.lines
    .map(
      ({ label, amount }) => `${label} : ${amount === null ? 'à confirmer' : formatMoney(amount)}`,
    )
    .join(' ; ')
}
