/** The dated facts that indicators are counted from, read through the front door of the module that holds each: one query for each kind. */
import {
  type CallOffers,
  listCallOffers,
  listNeedOutcomes,
  listSignedAmounts,
  type NeedOutcome,
  type SignedAmount,
} from '#modules/collaboration/index.ts'
import {
  listMatchingCommunes,
  listStandings,
  type StartupStanding,
} from '#modules/directory/index.ts'
import {
  type CommuneSummary,
  type CoveragePeriod,
  listCoveragePeriods,
  listMaturityPeriods,
  listPaidAmounts,
  listVotedAmounts,
  type MaturityPeriod,
  type PaidAmount,
  summariseCommunes,
  type VotedAmount,
} from '#modules/planning/index.ts'
import { type LevelPeriod, listLevelPeriods } from '#modules/services/index.ts'
import type { Db } from '#platform/database.ts'
import { listStatusPeriods, type StatusPeriod } from '../recommendations/status-periods.queries.ts'
import type { Place } from './indicator.types.ts'

export interface IndicatorFacts {
  readonly places: ReadonlyMap<string, Place>
  readonly levels: readonly LevelPeriod[]
  readonly maturity: readonly MaturityPeriod[]
  readonly coverage: readonly CoveragePeriod[]
  /** As it stands: connections are not known as of a past day. */
  readonly connectivity: readonly Pick<CommuneSummary, 'communeId' | 'met' | 'unmet'>[]
  readonly voted: readonly VotedAmount[]
  readonly paid: readonly PaidAmount[]
  readonly needs: readonly NeedOutcome[]
  readonly calls: readonly CallOffers[]
  readonly signed: readonly SignedAmount[]
  readonly standings: ReadonlyMap<string, StartupStanding>
  readonly recommendations: readonly StatusPeriod[]
}

/** As the system: what of it is its parties' alone leaves as numbers only. */
export async function loadIndicatorFacts(db: Db): Promise<IndicatorFacts> {
  return {
    places: new Map((await listMatchingCommunes(db)).map((commune) => [commune.id, commune])),
    levels: await listLevelPeriods(db),
    maturity: await listMaturityPeriods(db),
    coverage: await listCoveragePeriods(db),
    connectivity: await summariseCommunes(db, { provider: '', technology: '' }),
    voted: await listVotedAmounts(db),
    paid: await listPaidAmounts(db),
    needs: await listNeedOutcomes(db),
    calls: await listCallOffers(db),
    signed: await listSignedAmounts(db),
    standings: new Map((await listStandings(db)).map((standing) => [standing.id, standing])),
    recommendations: await listStatusPeriods(db),
  }
}
