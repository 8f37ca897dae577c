/** What is wrong with an action as it was typed: years out of the plan, an end before its beginning, a circle of needs. */
import type { FullPlan } from './plan.schema.ts'
import type { ActionValues } from './plan-input.schema.ts'

type Given = Pick<ActionValues, 'startYear' | 'endYear' | 'needs'>
type Around = Pick<FullPlan, 'plan' | 'actions' | 'dependencies'>

export function checkAction(
  { startYear, endYear, needs }: Given,
  { plan, actions, dependencies }: Around,
  actionId: string | null,
): Record<string, string> {
  const lastYear = plan.firstYear + plan.years - 1
  const isOutside = (year: number | null) =>
    year !== null && (year < plan.firstYear || year > lastYear)
  const known = new Set(actions.map(({ id }) => id))
  return {
    ...(isOutside(startYear) && {
      startYear: `Choisissez une année du plan, de ${plan.firstYear} à ${lastYear}`,
    }),
    ...(isOutside(endYear) && {
      endYear: `Choisissez une année du plan, de ${plan.firstYear} à ${lastYear}`,
    }),
    ...(startYear === null &&
      endYear !== null && { startYear: 'Indiquez aussi l’année de début, ou effacez la fin' }),
    ...(startYear !== null &&
      endYear !== null &&
      endYear < startYear && { endYear: 'La fin ne peut pas précéder le début' }),
    ...(needs.some((id) => !known.has(id)) && { needs: 'Choisissez parmi les actions du plan' }),
    ...(actionId !== null &&
      makesCircle(actionId, needs, dependencies) && {
        needs: 'Ces actions s’attendraient l’une l’autre sans fin',
      }),
  }
}

/** Whether something it needs needs it in turn, at any distance. */
export function makesCircle(
  actionId: string,
  needs: readonly string[],
  dependencies: Around['dependencies'],
): boolean {
  const reached = new Set(needs)
  for (const id of reached)
    for (const { actionId: from, needsActionId } of dependencies)
      if (from === id && from !== actionId) reached.add(needsActionId)
  return reached.has(actionId)
}
