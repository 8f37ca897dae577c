/** Gathers what a plan is generated from: the commune, its latest diagnosis, its gap of connectivity, what it uses, the library. */
import { getCommune, getCommuneFacts, listUsedSolutions } from '#modules/directory/index.ts'
import { toDay } from '#platform/format.ts'
import type { Moving } from '#platform/lifecycle.ts'
import { loadConnectivityGap } from '../connectivity/gap.queries.ts'
import { findLatestResult } from '../diagnosis/diagnosis.queries.ts'
import type { DiagnosisResult } from '../diagnosis/result.types.ts'
import type { PlanSources } from './generation.types.ts'
import { listLibrary } from './library.queries.ts'
import type { Plan } from './plan.schema.ts'
import { getTemplate } from './template.facts.ts'

type Wanted = Pick<Plan, 'communeId' | 'template' | 'firstYear' | 'yearlyEnvelopes'>

/** Undefined without a confirmed diagnosis: nothing is generated from nothing. */
export async function findPlanSources(
  { db, now }: Pick<Moving, 'db' | 'now'>,
  { communeId, template, firstYear, yearlyEnvelopes }: Wanted,
  known?: DiagnosisResult,
): Promise<PlanSources | undefined> {
  const diagnosis = known ?? (await findLatestResult(db, communeId))
  if (!diagnosis) return undefined
  const { name } = await getCommune(db, communeId)
  const { category, population, profile } = await getCommuneFacts(db, communeId)
  return {
    ...{ diagnosis, firstYear, envelopes: yearlyEnvelopes, template: getTemplate(template) },
    commune: {
      ...{ name, category, population },
      itStaff: profile?.itStaff ?? null,
      connectivity: profile?.connectivity ?? null,
    },
    gap: await loadConnectivityGap(db, communeId, now),
    uses: await listUsedSolutions(db, [communeId]),
    library: await listLibrary(db, toDay(now)),
  }
}
