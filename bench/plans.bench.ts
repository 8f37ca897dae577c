/** How long a master plan takes to be generated, by category: under one second each. */
import { performance } from 'node:perf_hooks'
import { generatePlan } from '#modules/planning/plans/generate-plan.rules.ts'
import { describeSources } from '#modules/planning/plans/plan.fixture.ts'
import { templateCodes } from '#modules/planning/plans/plan.schema.ts'

for (const code of templateCodes) {
  const sources = describeSources(code)
  generatePlan(sources)
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now()
    generatePlan(sources)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const { actions, isExact } = generatePlan(sources)
  process.stdout.write(
    `${code} : ${times[4]?.toFixed(0)} ms (médiane de 9), ${actions.length} actions, ${isExact ? 'calendrier prouvé le meilleur' : 'calendrier amélioré, sans preuve'}\n`,
  )
}
