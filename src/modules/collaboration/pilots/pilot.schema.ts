/** A pilot (« expérimentation »): what is tried, within which bounds, and the criteria it is judged by. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { PilotStatus } from './pilot.workflow.ts'

export type Pilot = Omit<Selectable<Tables['collaboration.pilot']>, 'status'> & {
  readonly status: PilotStatus
}

export const verdicts = ['met', 'partly', 'notMet'] as const
export type Verdict = (typeof verdicts)[number]

export type PilotCriterion = Omit<Selectable<Tables['collaboration.pilotCriterion']>, 'verdict'> & {
  readonly verdict: Verdict | null
}

export interface FullPilot {
  readonly pilot: Pilot
  readonly criteria: readonly PilotCriterion[]
}

export const criterionRows = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type CriterionRow = (typeof criterionRows)[number]

/** label1, target1, label2…: a table filled without scripts. */
export function numberFields<Name extends string, Field extends z.ZodType>(
  name: Name,
  field: Field,
) {
  return Object.fromEntries(criterionRows.map((row) => [`${name}${row}`, field])) as {
    [Key in `${Name}${CriterionRow}`]: Field
  }
}

export const PilotSheet = z.object({
  title: fields.text({ min: 8, max: 200, missing: 'Donnez un titre à l’expérimentation' }),
  scope: fields.optionalText(4000),
  budget: fields.optionalMoney(),
  startsOn: fields.optionalDay(),
  endsOn: fields.optionalDay(),
  version: fields.version(),
  ...numberFields('label', fields.optionalText(200)),
  ...numberFields('target', fields.optionalText(200)),
})
export type PilotSheetInput = z.infer<typeof PilotSheet>

export const WriteNote = z.object({
  body: fields.text({ max: 4000, missing: 'Écrivez votre note' }),
})

export const decisions = ['adopt', 'extend', 'stop'] as const
export type Decision = (typeof decisions)[number]

export const Decide = z.object({
  decision: fields.choice(decisions, 'Choisissez une décision'),
  reason: fields.text({ min: 20, max: 2000, missing: 'Indiquez les raisons' }),
  endsOn: fields.optionalDay(),
  budget: fields.optionalMoney(),
  reuseSheet: fields.optionalText(6000),
})
