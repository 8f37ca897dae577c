/** The bounds of a pilot in time and money, which the dated rule of the mechanism sets: nothing here is a constant of the law. */
import { addDaysTo, countDays } from '#platform/days.rules.ts'
import { formatMoney } from '#platform/format.ts'
import type { MechanismRule } from '../mechanisms/mechanism.queries.ts'
import type { FullPilot, Pilot } from './pilot.schema.ts'

export type Bounds = Pick<MechanismRule, 'amountMax' | 'maximumDays'>
export type Plan = Pick<Pilot, 'budget' | 'startsOn' | 'endsOn'>
export type Problems = Readonly<Partial<Record<'budget' | 'startsOn' | 'endsOn', string>>>

/** Both days counted: a pilot that starts and ends on the same day lasts one. */
export function computeLength(startsOn: string, endsOn: string): number {
  return countDays(startsOn, endsOn) + 1
}

/** What the plan breaks, by field; what is not yet filled in breaks nothing. */
export function checkBounds({ budget, startsOn, endsOn }: Plan, bounds: Bounds): Problems {
  const { amountMax, maximumDays } = bounds
  const isLate = startsOn !== null && endsOn !== null && endsOn < startsOn
  const days = startsOn && endsOn && !isLate ? computeLength(startsOn, endsOn) : 0
  return {
    ...(amountMax !== null &&
      budget > amountMax && {
        budget: `Une expérimentation coûte au plus ${formatMoney(amountMax)}.`,
      }),
    ...(isLate && { endsOn: 'La fin vient après le début.' }),
    ...(maximumDays !== null &&
      days > maximumDays && {
        endsOn: `Une expérimentation dure au plus ${maximumDays} jours ; celle-ci en compte ${days}.`,
      }),
  }
}

export interface Extension {
  readonly endsOn: string | null
  readonly budget: number
}

/** An extension is bounded like the pilot was, from the end first agreed, and given once; the money is counted in all. */
export function checkExtension(
  pilot: Pick<Pilot, 'budget' | 'endsOn' | 'firstEndsOn'>,
  { endsOn, budget }: Extension,
  bounds: Bounds,
  today: string,
): Problems {
  if (pilot.firstEndsOn !== null)
    return { endsOn: 'Cette expérimentation a déjà été prolongée une fois.' }
  if (endsOn === null) return { endsOn: 'Fixez la nouvelle fin.' }
  if (pilot.endsOn !== null && endsOn <= pilot.endsOn)
    return { endsOn: 'La nouvelle fin vient après la première.' }
  if (endsOn <= today) return { endsOn: 'La nouvelle fin est déjà passée.' }
  if (budget < pilot.budget) return { budget: 'Le montant total ne peut pas diminuer.' }
  return checkBounds({ budget, startsOn: addDaysTo(pilot.endsOn ?? today, 1), endsOn }, bounds)
}

export interface Gap {
  readonly field: string
  readonly message: string
}

/** What the sheet still lacks before it can be proposed. */
export function listGaps({ pilot, criteria }: FullPilot): Gap[] {
  const gaps: (Gap | false)[] = [
    pilot.scope.length < 40 && {
      field: 'scope',
      message: 'Dites ce qui est essayé, où et par qui.',
    },
    pilot.startsOn === null && { field: 'startsOn', message: 'Fixez le début.' },
    pilot.endsOn === null && { field: 'endsOn', message: 'Fixez la fin.' },
    criteria.length === 0 && {
      field: 'label1',
      message: 'Écrivez un critère de réussite et sa cible.',
    },
  ]
  return gaps.filter((gap) => gap !== false)
}

/** The day both sides are reminded that the end comes: a fortnight before, or half-way through a short pilot. */
export function computeReminderDay(startsOn: string, endsOn: string): string {
  const before = Math.min(14, Math.floor(computeLength(startsOn, endsOn) / 2))
  return addDaysTo(endsOn, -before)
}

export function areJudged(criteria: FullPilot['criteria']): boolean {
  return (
    criteria.length > 0 &&
    criteria.every(({ measured, verdict }) => measured !== '' && verdict !== null)
  )
}
