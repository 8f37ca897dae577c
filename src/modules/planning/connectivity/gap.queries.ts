/** The gap of a commune, as it was last reckoned (refresh-states.ts): what others in planning build on. */
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { formatAssumption, nameAssumption } from './assumption.labels.ts'
import { type Assumption, listAssumptions } from './assumption.queries.ts'
import { explainGap } from './gap.labels.ts'
import { overYears } from './gap.rules.ts'
import type { ConnectivityGap, SiteGap } from './gap.types.ts'
import type { SiteState } from './site.schema.ts'
import { listSiteStates } from './state.queries.ts'

export async function loadConnectivityGap(
  db: Db,
  communeId: string,
  now = new Date(),
): Promise<ConnectivityGap> {
  const states = await listSiteStates(db, communeId)
  const assumptions = await listAssumptions(db, toDay(now))
  return { ...sumGaps(communeId, states), assumptions: nameUsed(states, assumptions) }
}

function sumGaps(
  communeId: string,
  states: readonly SiteState[],
): Omit<ConnectivityGap, 'assumptions'> {
  const sites = states.map(toGap)
  const setUpCost = sites.reduce((total, site) => total + site.setUpCost, 0)
  const yearlyCost = sites.reduce((total, site) => total + site.yearlyCost, 0)
  return {
    ...{ communeId, sites, setUpCost, yearlyCost },
    unmet: sites.filter(({ isMet }) => isMet === false).length,
    unknown: sites.filter(({ isMet }) => isMet === null).length,
    costOverThreeYears: overYears({ setUp: setUpCost, yearly: yearlyCost }),
  }
}

function toGap(state: SiteState): SiteGap {
  return {
    siteId: state.siteId,
    siteName: state.name,
    siteKind: state.kind,
    measuredDownKbps: state.downKbps,
    requiredDownKbps: state.requiredKbps,
    isMet: state.isMet,
    setUpCost: state.setUpCost,
    yearlyCost: state.yearlyCost,
    reason: explainGap(state),
  }
}

/** Only those that the costs of this commune stand on. */
function nameUsed(states: readonly SiteState[], assumptions: readonly Assumption[]): string[] {
  const used = new Set(
    states.flatMap(({ proposedTechnology, isPowerShort, kind }) => [
      `required.${kind}`,
      ...(proposedTechnology
        ? [`cost.${proposedTechnology}.setUp`, `cost.${proposedTechnology}.yearly`]
        : []),
      ...(isPowerShort ? ['power.solar.setUp', 'power.solar.yearly'] : []),
    ]),
  )
  return assumptions
    .filter(({ key }) => used.has(key))
    .map(({ key, value, isConfirmed }) => {
      const named = { name: nameAssumption(key), value: formatAssumption(key, value) }
      return isConfirmed ? t('{name} : {value}', named) : t('{name} : {value} (à confirmer)', named)
    })
}
