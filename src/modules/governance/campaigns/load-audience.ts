/** Whom a campaign would reach now: the communes of its rule, the people in them, and by which means. */
import { listNeedingCommunes } from '#modules/collaboration/index.ts'
import { listCommunes } from '#modules/directory/index.ts'
import { listRecipientsOf, type MemberRecipient, planChannels } from '#modules/identity/index.ts'
import { listMaturity } from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { listStuckCommunes } from '../adoption/adoption.queries.ts'
import { type CommuneProfile, chooseAudience } from './audience.rules.ts'
import type { Campaign, Means } from './campaign.schema.ts'

export interface AudienceCommune extends CommuneProfile {
  readonly name: string
}

export interface Audience {
  readonly communes: readonly AudienceCommune[]
  /** One line for each person, in the first of their communes. */
  readonly people: readonly MemberRecipient[]
  readonly planned: Awaited<ReturnType<typeof planChannels>>
}

export async function loadAudience(db: Db, campaign: Campaign): Promise<Audience> {
  const { stage, solutionIds, roles, channels } = campaign
  const stuck = stage ? new Set(await listStuckCommunes(db, solutionIds, stage)) : null
  const communes = chooseAudience(await listProfiles(db), campaign, stuck)
  const members = await listRecipientsOf(
    db,
    communes.map(({ id }) => id),
    roles,
  )
  const people = [...new Map(members.toReversed().map((one) => [one.id, one])).values()]
  const planned = await planChannels(db, people, { topic: 'campaigns', by: channels })
  return { communes, people, planned }
}

async function listProfiles(db: Db): Promise<AudienceCommune[]> {
  const needs = new Map<string, string[]>()
  for (const { communeId, domain } of await listNeedingCommunes(db))
    needs.set(communeId, [...(needs.get(communeId) ?? []), domain])
  const maturity = new Map((await listMaturity(db)).map((one) => [one.communeId, one]))
  return (await listCommunes(db)).map(({ id, name, category, departmentCode }) => {
    const known = maturity.get(id)
    const levels = known ? { ...known.levels, overall: known.overall } : {}
    return { id, name, category, departmentCode, needDomains: needs.get(id) ?? [], levels }
  })
}

export interface Reach {
  readonly communes: number
  readonly people: number
  readonly byMeans: Readonly<Record<Means, number>>
  readonly refused: number
  readonly unreachable: number
}

export function countReach(
  { communes, people, planned }: Audience,
  channels: readonly Means[],
): Reach {
  const counted = { email: 0, sms: 0, refused: 0, unreachable: 0 }
  for (const person of people) {
    const outcome = findOutcome(person, planned, channels)
    if (outcome !== 'queued') counted[outcome] += 1
    for (const { channel } of planned.get(person.id) ?? []) counted[channel] += 1
  }
  const { email, sms, refused, unreachable } = counted
  const reached = people.length - refused - unreachable
  return {
    communes: communes.length,
    people: reached,
    byMeans: { email, sms },
    refused,
    unreachable,
  }
}

/** Told, not wishing to be, or with no address for the means that the campaign uses. */
export function findOutcome(
  person: Pick<MemberRecipient, 'id' | 'email' | 'phone'>,
  planned: Audience['planned'],
  channels: readonly string[],
): 'queued' | 'refused' | 'unreachable' {
  if ((planned.get(person.id) ?? []).length > 0) return 'queued'
  const hasMeans =
    (channels.includes('email') && person.email !== null) ||
    (channels.includes('sms') && person.phone !== null && person.email === null)
  return hasMeans ? 'refused' : 'unreachable'
}
