/** The numbered fields in which the commune says what it measured for each criterion, and what it makes of it. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import type { Judgement } from './pilot.actions.ts'
import {
  type CriterionRow,
  criterionRows,
  numberFields,
  type PilotCriterion,
  verdicts,
} from './pilot.schema.ts'

const verdict = z.preprocess(
  (value) => value || null,
  z.enum(verdicts, 'Choisissez un avis').nullable(),
)

export const JudgementsInput = z.object({
  evaluation: fields.text({
    min: 40,
    max: 6000,
    missing: 'Dites ce que l’essai a montré dans l’ensemble',
  }),
  ...numberFields('measured', fields.optionalText(500)),
  ...numberFields('verdict', verdict),
})
export type TypedJudgements = z.infer<typeof JudgementsInput>

interface Read {
  readonly judgements: readonly Judgement[]
  readonly errors: Readonly<Record<string, string>>
}

/** Every criterion set beforehand is judged: none is passed over in silence. */
export function readJudgements(typed: TypedJudgements, criteria: readonly PilotCriterion[]): Read {
  const judgements: Judgement[] = []
  const errors: Record<string, string> = {}
  for (const [row, { id }] of numberRows(criteria)) {
    const measured = typed[`measured${row}`]
    const chosen = typed[`verdict${row}`]
    if (measured === '') errors[`measured${row}`] = 'Écrivez ce qui a été mesuré'
    if (chosen === null) errors[`verdict${row}`] = 'Choisissez un avis'
    else judgements.push({ criterionId: id, measured, verdict: chosen })
  }
  return { judgements, errors }
}

/** Each criterion with the number of its fields. */
export function numberRows(
  criteria: readonly PilotCriterion[],
): (readonly [CriterionRow, PilotCriterion])[] {
  return criterionRows.flatMap((row) => {
    const criterion = criteria[row - 1]
    return criterion ? [[row, criterion] as const] : []
  })
}

export function toJudgementFields(criteria: readonly PilotCriterion[]): Record<string, unknown> {
  return Object.fromEntries(
    numberRows(criteria).flatMap(([row, { measured, verdict: known }]) => [
      [`measured${row}`, measured],
      [`verdict${row}`, known],
    ]),
  )
}
