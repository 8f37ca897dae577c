/** The state of a site and of a link, put together from what was read of them. */
import type { UsedSolution } from '#modules/directory/index.ts'
import type { Assumptions } from './assumption.rules.ts'
import {
  computeAvailability,
  computeSiteAvailability,
  dayStart,
  type Outage,
  spanOf,
} from './availability.rules.ts'
import { judgeSite } from './gap.rules.ts'
import { computeRequirement } from './requirement.rules.ts'
import {
  type ActiveLink,
  type LinkOutage,
  type OpenSite,
  type Speeds,
  stateDays,
} from './state-sources.queries.ts'

export interface Sources {
  readonly sites: readonly OpenSite[]
  readonly links: readonly ActiveLink[]
  readonly speeds: readonly Speeds[]
  readonly outages: readonly LinkOutage[]
  readonly solutions: readonly UsedSolution[]
  readonly assumptions: Assumptions
}

export function describeSite(site: OpenSite, sources: Sources, now: Date) {
  const { id, communeId, ...known } = site
  const ofCommune = sources.links.filter((link) => link.communeId === communeId)
  const links = ofCommune.filter(({ siteId }) => siteId === id)
  const technologies = distinct(links.map(({ technology }) => technology))
  const solutions = sources.solutions.filter((solution) => solution.communeId === communeId)
  const requirement = computeRequirement(site.kind, solutions, sources.assumptions)
  const speeds = sources.speeds.find(({ siteId, linkId }) => siteId === id && linkId === null)
  const judged = judgeSite(
    { ...known, technologies, downKbps: speeds?.downKbps ?? null },
    requirement,
    ofCommune.map(({ technology }) => technology),
    sources.assumptions,
  )
  return {
    siteId: id,
    communeId,
    ...known,
    technologies,
    providers: distinct(links.map(({ providerCode }) => providerCode)),
    hasSharedWifi: links.some(({ hasSharedWifi }) => hasSharedWifi),
    ...describeSpeeds(speeds),
    measuredAt: speeds?.measuredAt ?? null,
    availability: availabilityOf(links, sources, now),
    requiredKbps: requirement.kbps,
    requiredFor: requirement.solution,
    ...judged,
    computedAt: now,
  }
}

export function describeLink(link: ActiveLink, sources: Sources, now: Date) {
  const { id: linkId, siteId, communeId, technology, providerCode, since } = link
  const span = spanOf(stateDays, now, since)
  return {
    ...{ linkId, siteId, communeId, technology, providerCode },
    ...describeSpeeds(sources.speeds.find((speeds) => speeds.linkId === linkId)),
    availability: span && computeAvailability(outagesOf(linkId, sources), span),
    computedAt: now,
  }
}

/** From the day its first link began. */
function availabilityOf(links: readonly ActiveLink[], sources: Sources, now: Date): number | null {
  const starts = links.map(({ since }) => since)
  const first = starts.includes(null) ? null : (starts.sort()[0] ?? null)
  const span = spanOf(stateDays, now, first)
  return (
    span &&
    computeSiteAvailability(
      links.map((link) => absencesOf(link, sources)),
      span,
    )
  )
}

/** Before it began, a link was not there for its site. */
function absencesOf({ id, since }: ActiveLink, sources: Sources): Outage[] {
  const outages = outagesOf(id, sources)
  return since === null ? outages : [...outages, { beganAt: new Date(0), endedAt: dayStart(since) }]
}

function outagesOf(linkId: string, { outages }: Sources): LinkOutage[] {
  return outages.filter((outage) => outage.linkId === linkId)
}

function describeSpeeds(speeds: Speeds | undefined) {
  return {
    measurements: speeds?.measurements ?? 0,
    downKbps: speeds?.downKbps ?? null,
    upKbps: speeds?.upKbps ?? null,
    latencyMs: speeds?.latencyMs ?? null,
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
