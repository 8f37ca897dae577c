/** What a solution costs a given commune: whole FCFA, every line named, nothing rounded. */

export interface Price {
  readonly setup: number | null
  readonly yearly: number | null
  readonly perInhabitant: number | null
  readonly perUser: number | null
}

export interface Client {
  readonly population: number
  /** Agents who would use it; a price per user counts one where nobody said how many. */
  readonly users: number | null
}

export interface CostLine {
  readonly label: string
  readonly amount: number
  readonly isYearly: boolean
}

export interface Cost {
  /** No price is given: ask the startup. */
  readonly isOnQuote: boolean
  readonly isFree: boolean
  /** The price counts users and nobody said how many: it will be this much at least. */
  readonly isMinimum: boolean
  readonly lines: readonly CostLine[]
  readonly firstYear: number
  readonly yearly: number
  readonly total: number
}

/** The cost over some years: what is paid once, and what comes back every year. */
export function computeCost(price: Price, { population, users }: Client, years = 3): Cost {
  const lines = [
    { label: 'Mise en place', amount: price.setup ?? 0, isYearly: false },
    { label: 'Abonnement annuel', amount: price.yearly ?? 0, isYearly: true },
    {
      label: 'Par habitant et par an',
      amount: (price.perInhabitant ?? 0) * population,
      isYearly: true,
    },
    {
      label: 'Par utilisateur et par an',
      amount: (price.perUser ?? 0) * Math.max(users ?? 1, 1),
      isYearly: true,
    },
  ].filter((line) => line.amount > 0)
  const yearly = sum(lines.filter((line) => line.isYearly))
  const once = sum(lines.filter((line) => !line.isYearly))
  const isOnQuote = Object.values(price).every((part) => part === null)
  return {
    isOnQuote,
    isFree: !isOnQuote && lines.length === 0,
    isMinimum: users === null && (price.perUser ?? 0) > 0,
    lines,
    yearly,
    firstYear: once + yearly,
    total: once + yearly * years,
  }
}

function sum(lines: readonly CostLine[]): number {
  return lines.reduce((total, line) => total + line.amount, 0)
}
