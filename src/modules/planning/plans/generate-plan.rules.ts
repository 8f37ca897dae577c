/** Generates a whole master plan from the diagnosis, the connectivity and the library: the same sources give the same plan. */
import { generatePortfolio } from './generate-actions.rules.ts'
import type {
  GeneratedAction,
  GeneratedIndicator,
  GeneratedPlan,
  GeneratedRisk,
  PlanSources,
} from './generation.types.ts'
import { listAxisTargets } from './plan-target.rules.ts'
import { writeSections } from './sections.paper.ts'

export function generatePlan(sources: PlanSources): GeneratedPlan {
  const { actions, isExact } = generatePortfolio(sources)
  return {
    actions,
    isExact,
    sections: writeSections(sources, actions),
    risks: generateRisks(sources, actions),
    indicators: generateIndicators(sources, actions),
  }
}

/** The risks of the actions that are placed, each once, raised by how many actions share it; at most eight. */
function generateRisks(
  { library }: PlanSources,
  actions: readonly GeneratedAction[],
): GeneratedRisk[] {
  const found = new Map<string, GeneratedRisk & { count: number }>()
  for (const { code, startYear } of actions) {
    if (startYear === null) continue
    for (const risk of library.find((one) => one.code === code)?.risks ?? []) {
      const known = found.get(risk.code)
      found.set(risk.code, { ...risk, count: (known?.count ?? 0) + 1 })
    }
  }
  return [...found.values()]
    .toSorted(
      (a, b) =>
        b.likelihood * b.impact - a.likelihood * a.impact ||
        b.count - a.count ||
        (a.code < b.code ? -1 : 1),
    )
    .slice(0, 8)
    .map(({ count: _, ...risk }) => risk)
}

/** The level aimed at on each axis, then what each placed action is measured by. */
function generateIndicators(
  sources: PlanSources,
  actions: readonly GeneratedAction[],
): GeneratedIndicator[] {
  const lastYear = sources.firstYear + sources.envelopes.length - 1
  const ofAxes = listAxisTargets(sources, actions)
    .filter(({ gain }) => gain > 0)
    .map(({ axis, label, level, target }) => ({
      code: `axis:${axis}`,
      label: `Niveau de l’axe « ${label} »`,
      unit: 'sur 5',
      baseline: level,
      target,
      targetYear: lastYear,
      source: 'Diagnostic numérique',
    }))
  const ofActions = actions.flatMap(({ code, endYear }) => {
    const action = sources.library.find((one) => one.code === code)
    if (!action || endYear === null) return []
    return [{ code: `action:${code}`, baseline: null, targetYear: endYear, ...action.indicator }]
  })
  return [...ofAxes, ...ofActions]
}
