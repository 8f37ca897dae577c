/** A dossier as it stood at some moment, and the moments at which it changed: what was published before Cauri said it change by change is told as it happened. */
import type { Dated, Dossier } from '#modules/collaboration/index.ts'

/** Days are those of Benin, one hour ahead all year. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+01:00`)

type Kept<Fact> = (fact: Fact) => boolean

/** Of a need that was taken back, what it said before is no longer anybody's to read. */
export function cutDossier(dossier: Dossier, at: Date): Dossier {
  const has = (moment: Date) => moment <= at
  const done: Kept<Dated> = ({ occurredAt }) => has(occurredAt)
  const { need, calls, tenders, pilots, agreements, projects } = dossier
  return {
    ...dossier,
    need: need && has(need.takenBackAt ?? need.publishedAt) ? cutNeed(need, at) : null,
    calls: calls.filter((call) => has(call.publishedAt)).map((call) => cutCall(call, at)),
    tenders: tenders
      .filter((tender) => has(tender.handedOverAt))
      .map((tender) => cutTender(tender, at)),
    pilots: pilots.filter((pilot) => has(pilot.decidedAt)),
    agreements: agreements
      .filter((agreement) => has(agreement.signedAt))
      .map((agreement) => ({
        ...agreement,
        amendments: agreement.amendments.filter(({ signedAt }) => has(signedAt)),
        events: agreement.events.filter(done),
      })),
    projects: projects
      .filter((project) => has(project.startedAt))
      .map((project) => ({
        ...project,
        events: project.events.filter(done),
        milestones: project.milestones.map((milestone) => cutMilestone(milestone, at)),
      })),
  }
}

function cutNeed(need: NonNullable<Dossier['need']>, at: Date) {
  const joiners = need.joiners.filter(({ joinedAt }) => joinedAt <= at)
  return { ...need, joiners, metAt: need.metAt && need.metAt <= at ? need.metAt : null }
}

/** Before an addendum moved it, the deadline was another. */
function cutCall(call: Dossier['calls'][number], at: Date): Dossier['calls'][number] {
  const addenda = call.addenda.filter(({ publishedAt }) => publishedAt <= at)
  const deadline = addenda.at(-1)?.deadlineAfter ?? call.addenda[0]?.deadlineBefore ?? call.deadline
  return {
    ...{ ...call, addenda, deadline },
    events: call.events.filter(({ occurredAt }) => occurredAt <= at),
    awards: call.awards.filter(({ decidedAt }) => decidedAt <= at),
  }
}

function cutTender(tender: Dossier['tenders'][number], at: Date): Dossier['tenders'][number] {
  const events = tender.events.filter(({ occurredAt }) => occurredAt <= at)
  return { ...tender, events, result: events.length > 0 ? tender.result : null }
}

type Milestone = Dossier['projects'][number]['milestones'][number]

function cutMilestone(milestone: Milestone, at: Date): Milestone {
  const isPaid = milestone.paidOn !== null && startOfDay(milestone.paidOn) <= at
  return {
    ...milestone,
    events: milestone.events.filter(({ occurredAt }) => occurredAt <= at),
    ...(isPaid ? {} : { paidOn: null, paidAmount: null }),
  }
}

/** Oldest first, each once. A payment only has a day: it counts as a moment in what happened before anything was released. */
export function listMoments(
  { need, calls, tenders, pilots, agreements, projects }: Dossier,
  countsDays: boolean,
): Date[] {
  const of = (events: readonly Dated[]) => events.map(({ occurredAt }) => occurredAt)
  const moments = [
    ...(need ? [need.takenBackAt ?? need.publishedAt, need.metAt] : []),
    ...(need?.joiners ?? []).map(({ joinedAt }) => joinedAt),
    ...calls.flatMap(({ publishedAt, addenda, events, awards }) => [
      ...[publishedAt, ...of(events), ...awards.map(({ decidedAt }) => decidedAt)],
      ...addenda.map((addendum) => addendum.publishedAt),
    ]),
    ...tenders.flatMap(({ handedOverAt, events }) => [handedOverAt, ...of(events)]),
    ...pilots.map(({ decidedAt }) => decidedAt),
    ...agreements.flatMap(({ signedAt, amendments, events }) => [
      ...[signedAt, ...of(events), ...amendments.map((amendment) => amendment.signedAt)],
    ]),
    ...projects.flatMap(({ startedAt, events, milestones }) => [
      ...[startedAt, ...of(events)],
      ...milestones.flatMap((one) => [
        ...of(one.events),
        one.paidOn === null || !countsDays ? null : startOfDay(one.paidOn),
      ]),
    ]),
  ]
  const times = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]))
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time))
}
