/** Which communes a campaign is for: those that meet every condition set; an empty condition asks nothing. Pure. */
import type { Axis } from '#modules/planning/index.ts'

export interface AudienceRule {
  readonly categories: readonly string[]
  readonly departments: readonly string[]
  /** A published need in one of these. */
  readonly needDomains: readonly string[]
  /** The maturity that the two bounds are about. */
  readonly axis: Axis | 'overall' | null
  readonly atLeast: number | null
  readonly atMost: number | null
}

/** What is known of a commune, as its own records tell it. */
export interface CommuneProfile {
  readonly id: string
  readonly category: string
  readonly departmentCode: string
  readonly needDomains: readonly string[]
  /** By axis, and overall; empty without a diagnosis. */
  readonly levels: Readonly<Partial<Record<Axis | 'overall', number | null>>>
}

/** `stuck` names those at the chosen stage of adoption; null when no stage was chosen. */
export function chooseAudience<Profile extends CommuneProfile>(
  profiles: readonly Profile[],
  rule: AudienceRule,
  stuck: ReadonlySet<string> | null,
): Profile[] {
  return profiles.filter(
    (profile) =>
      isIn(rule.categories, profile.category) &&
      isIn(rule.departments, profile.departmentCode) &&
      hasNeed(rule, profile) &&
      isMature(rule, profile) &&
      (stuck === null || stuck.has(profile.id)),
  )
}

function isIn(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value)
}

function hasNeed({ needDomains }: AudienceRule, profile: CommuneProfile): boolean {
  return (
    needDomains.length === 0 || profile.needDomains.some((domain) => needDomains.includes(domain))
  )
}

/** A commune whose level nobody knows meets no bound. */
function isMature({ axis, atLeast, atMost }: AudienceRule, { levels }: CommuneProfile): boolean {
  if (axis === null || (atLeast === null && atMost === null)) return true
  const level = levels[axis]
  if (level === null || level === undefined) return false
  return (atLeast === null || level >= atLeast) && (atMost === null || level <= atMost)
}
