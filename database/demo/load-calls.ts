/** Writes the calls of the demonstration world, with the seals that real ones have. */
import {
  createCallKeys,
  createContentKey,
  draftCall,
  encryptDraft,
  firstCriteria,
  rankBids,
  sealContent,
} from '#modules/collaboration/index.ts'
import type { Db } from '#platform/database.ts'
import { formatDateTime } from '#platform/format.ts'
import { calls, type DemoCall, type DemoOffer } from './calls.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { needs } from './needs.ts'
import { people } from './people.ts'

/** With it the startups of the demonstration world read what they have sealed. */
const readingCode = 'DEM0-DEM0-DEM0-DEM0-DEM0'

interface World {
  readonly db: Db
  readonly ago: Ago
  readonly year: number
  readonly secret: Buffer
}

export const callId = (key: string) => demoId(`call:${key}`)
export const proposalId = (key: string, startup: string) => demoId(`proposal:${key}:${startup}`)
const lotId = (key: string) => demoId(`lot:${key}`)
const criterionId = (key: string, index: number) => demoId(`criterion:${key}:${index}`)
const quality = firstCriteria.flatMap(({ kind }, index) => (kind === 'quality' ? [index] : []))
const lead = (commune: string) => personId(`se.${commune === 'dassa-zoume' ? 'dassa' : commune}`)

const roads: Record<DemoCall['status'], readonly [step: string, to: string][]> = {
  draft: [],
  inReview: [['submit', 'inReview']],
  returned: [
    ['submit', 'inReview'],
    ['sendBack', 'returned'],
  ],
  published: [
    ['submit', 'inReview'],
    ['publish', 'published'],
  ],
  opened: [
    ['submit', 'inReview'],
    ['publish', 'published'],
    ['open', 'opened'],
  ],
  evaluated: [
    ['submit', 'inReview'],
    ['publish', 'published'],
    ['open', 'opened'],
    ['settle', 'evaluated'],
  ],
  awarded: [
    ['submit', 'inReview'],
    ['publish', 'published'],
    ['open', 'opened'],
    ['settle', 'evaluated'],
    ['award', 'awarded'],
  ],
  concluded: [
    ['submit', 'inReview'],
    ['publish', 'published'],
    ['open', 'opened'],
    ['settle', 'evaluated'],
    ['award', 'awarded'],
    ['conclude', 'concluded'],
  ],
  unsuccessful: [
    ['submit', 'inReview'],
    ['publish', 'published'],
    ['declareUnsuccessful', 'unsuccessful'],
  ],
  cancelled: [
    ['submit', 'inReview'],
    ['publish', 'published'],
    ['cancel', 'cancelled'],
  ],
}

/** Returns the highest number given, for the counter of references. */
export async function loadCalls(world: World): Promise<number> {
  for (const call of calls) await loadCall(world, call)
  return Math.max(...calls.map(({ number }) => number ?? 0))
}

async function loadCall(world: World, call: DemoCall): Promise<void> {
  await insertCall(world, call)
  await insertParts(world, call)
  await insertHistory(world, call)
  await insertOffers(world, call)
  await insertCommittee(world, call)
  await insertExchanges(world, call)
  await insertAward(world, call)
}

/** When each thing happened, counted back from today. */
function datesOf({ ago }: World, { publishedDays, deadlineIn, status, award }: DemoCall) {
  const published = publishedDays === undefined ? null : ago(publishedDays)
  const deadline = deadlineIn === undefined ? null : ago(-deadlineIn)
  const isOpened = ['opened', 'evaluated', 'awarded', 'concluded'].includes(status)
  const awarded = award ? ago(award.days) : null
  return {
    published,
    deadline,
    opened: isOpened && deadline ? new Date(deadline.getTime() + 3_600_000) : null,
    awarded,
    standstill: award ? ago(award.days - 10) : null,
  }
}

async function insertCall(world: World, call: DemoCall): Promise<void> {
  const { db, ago, year } = world
  const need = needs.find(
    (one) => one.commune === call.need.commune && one.title === call.need.title,
  )
  if (!need) throw new Error(`Besoin inconnu : ${call.need.title}`)
  const draft = draftCall(
    { otherConstraints: '', hosting: 'any', ...need, domains: [...need.domains] },
    call.mechanism,
  )
  const dates = datesOf(world, call)
  await db
    .insertInto('collaboration.call')
    .values({
      ...draft,
      requirements: call.addendum
        ? `${draft.requirements}\n${call.addendum.after}`
        : draft.requirements,
      id: callId(call.key),
      reference:
        call.number === null ? null : `APP-${year}-${String(call.number).padStart(4, '0')}`,
      needId: demoId(`need:${call.need.commune}:${call.need.title}`),
      communeId: organisationId(call.commune),
      partyIds: [call.commune, ...(call.others ?? []).map(({ commune }) => commune)].map(
        organisationId,
      ),
      status: call.status,
      statusReason: call.reason ?? null,
      questionsUntil: dates.deadline && new Date(dates.deadline.getTime() - 5 * 86_400_000),
      deadline: dates.deadline,
      isAnonymous: call.isAnonymous ?? false,
      committeeSize: 2,
      createdBy: lead(call.commune),
      createdAt: ago((call.publishedDays ?? 5) + 6),
      updatedAt: ago(1),
      publishedAt: dates.published,
      openedAt: dates.opened,
      openingAttendees: dates.opened ? 'Le comité au complet, et un représentant par startup.' : '',
      awardedAt: dates.awarded,
      standstillUntil: dates.standstill,
      rescuedAt: call.silences ? ago(1) : null,
    })
    .execute()
}

async function insertParts({ db, ago }: World, call: DemoCall): Promise<void> {
  const { key } = call
  const budgetMax = needs.find(({ title }) => title === call.need.title)?.budgetMax ?? null
  const lot = { id: lotId(key), callId: callId(key), position: 1, title: 'Lot unique' }
  await db
    .insertInto('collaboration.callLot')
    .values({ ...lot, description: '', budgetMax })
    .execute()
  await db
    .insertInto('collaboration.callCriterion')
    .values(
      firstCriteria.map((criterion, index) => ({
        ...criterion,
        id: criterionId(key, index),
        callId: callId(key),
        position: index + 1,
      })),
    )
    .execute()
  if (!call.others) return
  const parties = [{ commune: call.commune, decision: 'in' as const, reason: '' }, ...call.others]
  await db
    .insertInto('collaboration.callCommune')
    .values(
      parties.map(({ commune, decision, reason }) => ({
        callId: callId(key),
        communeId: organisationId(commune),
        joinedAt: ago((call.publishedDays ?? 5) + 6),
        decision,
        reason: reason ?? '',
        decidedBy: decision === 'pending' ? null : lead(commune),
        decidedAt: decision === 'pending' ? null : ago(20),
      })),
    )
    .execute()
}

async function insertHistory(world: World, call: DemoCall): Promise<void> {
  const { db, ago } = world
  const dates = datesOf(world, call)
  const start = (call.publishedDays ?? 5) + 6
  const times: Record<string, Date> = {
    create: ago(start),
    submit: ago(start - 3),
    sendBack: ago(start - 4),
    publish: dates.published ?? ago(start - 4),
    open: dates.opened ?? ago(1),
    settle: dates.awarded ? new Date(dates.awarded.getTime() - 3 * 86_400_000) : ago(3),
    award: dates.awarded ?? ago(1),
    conclude: dates.standstill ?? ago(1),
    declareUnsuccessful: ago(Math.max(1, -(call.deadlineIn ?? 0) - 5)),
    cancel: ago(Math.max(1, (call.publishedDays ?? 5) - 10)),
  }
  const road: [string, string][] = [['create', 'draft'], ...roads[call.status]]
  const communeId = organisationId(call.commune)
  await db
    .insertInto('collaboration.callEvent')
    .values(
      road.map(([step, toStatus], index) => ({
        id: demoId(`call-event:${call.key}:${index}`),
        callId: callId(call.key),
        communeId,
        step,
        fromStatus: road[index - 1]?.[1] ?? null,
        toStatus,
        reason: index === road.length - 1 ? (call.reason ?? null) : null,
        organisationId: communeId,
        occurredAt: times[step] ?? ago(1),
      })),
    )
    .execute()
}

function contentOf(key: string, { summary, price, isDraft }: DemoOffer) {
  return {
    solutionId: null,
    summary,
    schedule: 'Trois mois : un mois d’installation et de formation, deux mois d’accompagnement.',
    answers: isDraft
      ? []
      : quality.map((index) => ({
          criterionId: criterionId(key, index),
          text: `${summary} L’équipe est sur place une semaine sur deux, et la commune garde une copie de ses données chaque mois.`,
        })),
    prices: [{ lotId: lotId(key), amount: price }],
    files: [],
    isDeclared: !isDraft,
  }
}

async function insertOffers(world: World, call: DemoCall): Promise<void> {
  const { db, secret } = world
  if (call.publishedDays === undefined) return
  const keys = await createCallKeys(callId(call.key), secret)
  const dates = datesOf(world, call)
  await db
    .insertInto('collaboration.callKey')
    .values({
      callId: callId(call.key),
      publicJwk: JSON.stringify(keys.publicJwk),
      sealedPrivateKey: keys.sealedPrivateKey,
      createdAt: dates.published ?? new Date(),
      releasedAt: dates.opened,
    })
    .execute()
  for (const [index, offer] of (call.offers ?? []).entries())
    await insertOffer(world, call, offer, { number: index + 1, publicJwk: keys.publicJwk })
}

interface Sealing {
  readonly number: number
  readonly publicJwk: Parameters<typeof sealContent>[2]
}

async function insertOffer(
  world: World,
  call: DemoCall,
  offer: DemoOffer,
  { number, publicJwk }: Sealing,
): Promise<void> {
  const { db, ago, secret } = world
  const dates = datesOf(world, call)
  const id = proposalId(call.key, offer.startup)
  const content = contentOf(call.key, offer)
  const contentKey = createContentKey()
  const sealedAt = ago(Math.max(2, -(call.deadlineIn ?? 0) + 2) + number / 10)
  const draft = { contentKey: contentKey.toString('base64url'), content }
  await db
    .insertInto('collaboration.proposal')
    .values({
      id,
      callId: callId(call.key),
      startupId: organisationId(offer.startup),
      status: offer.isDraft ? 'draft' : dates.opened ? 'opened' : 'sealed',
      draft: offer.isDraft ? encryptDraft(id, draft, secret) : null,
      content: dates.opened ? JSON.stringify(content) : null,
      number: dates.opened ? number : null,
      createdBy: personId('startup.a'),
      createdAt: ago((call.publishedDays ?? 5) - 1),
      updatedAt: sealedAt,
      sealedAt: offer.isDraft ? null : sealedAt,
    })
    .execute()
  if (offer.isDraft) return
  const clear = Buffer.from(JSON.stringify(content))
  await db
    .insertInto('collaboration.proposalEnvelope')
    .values({
      ...(await sealContent(clear, contentKey, publicJwk, readingCode)),
      id: demoId(`envelope:${call.key}:${offer.startup}`),
      proposalId: id,
      callId: callId(call.key),
      startupId: organisationId(offer.startup),
      receipt: `REC-DEM${String(call.number).padStart(2, '2')}-${String(number).padStart(5, '7')}`,
      sealedAt,
    })
    .execute()
}

async function insertCommittee(world: World, call: DemoCall): Promise<void> {
  const { db, ago } = world
  for (const member of call.committee ?? []) {
    const email = `${member.email}@demo.example`
    const person = people.find((one) => one.email === email)
    if (!person) throw new Error(`Personne inconnue : ${email}`)
    await db
      .insertInto('collaboration.callMember')
      .values({
        id: demoId(`member:${call.key}:${member.email}`),
        callId: callId(call.key),
        communeId: organisationId(call.commune),
        personId: personId(member.email),
        organisationId: organisationId(person.organisation ?? 'ancb'),
        name: person.name,
        duty: member.duty,
        status: member.status,
        declaration: member.reason ?? '',
        declaredAt: member.status === 'named' ? null : ago(6),
        cutAt: member.status === 'cut' ? ago(5) : null,
        finishedAt: member.hasFinished ? ago(4) : null,
        namedBy: lead(call.commune),
        namedAt: ago(10),
      })
      .execute()
    await insertNotes(world, call, member.email, member.notes ?? [])
  }
  await insertConsensus(world, call)
}

async function insertNotes(
  { db, ago }: World,
  call: DemoCall,
  email: string,
  notes: readonly (readonly number[])[],
): Promise<void> {
  const rows = notes.flatMap((points, index) => {
    const offer = call.offers?.[index]
    return points.map((value, place) => ({
      callId: callId(call.key),
      proposalId: proposalId(call.key, offer?.startup ?? ''),
      criterionId: criterionId(call.key, quality[place] ?? 0),
      evaluatorId: personId(email),
      points: value,
      comment: value >= 75 ? 'Convaincant, exemples à l’appui.' : 'Reste à préciser sur ce point.',
      scoredAt: ago(5),
    }))
  })
  if (rows.length > 0) await db.insertInto('collaboration.score').values(rows).execute()
}

async function insertConsensus({ db, ago }: World, call: DemoCall): Promise<void> {
  const rows = (call.offers ?? []).flatMap(({ startup, points = [] }) =>
    points.map((value, place) => ({
      callId: callId(call.key),
      proposalId: proposalId(call.key, startup),
      criterionId: criterionId(call.key, quality[place] ?? 0),
      points: value,
      justification:
        value >= 75
          ? 'Le comité est convaincu : la réponse est précise, et ses exemples ont été vérifiés.'
          : 'Le comité attendait plus de précision : ce qui est proposé reste général.',
      writtenBy: personId('commission'),
      writtenAt: ago(4),
    })),
  )
  if (rows.length > 0) await db.insertInto('collaboration.consensus').values(rows).execute()
}

async function insertExchanges(world: World, call: DemoCall): Promise<void> {
  const { db, ago } = world
  for (const [index, { startup, question, answer, days }] of (call.questions ?? []).entries()) {
    const asked = { id: demoId(`question:${call.key}:${index}`), callId: callId(call.key) }
    const answeredAt = answer ? ago(days - 1) : null
    await db
      .insertInto('collaboration.callQuestion')
      .values({
        ...asked,
        startupId: organisationId(startup),
        askedBy: personId('startup.a'),
        body: question,
        askedAt: ago(days),
        answeredAt,
      })
      .execute()
    await db
      .insertInto('collaboration.callAnswer')
      .values({ ...asked, question, answer: answer ?? null, askedAt: ago(days), answeredAt })
      .execute()
  }
  if (call.addendum) await insertAddendum(world, call, call.addendum)
  for (const { startup, cause, comment } of call.silences ?? [])
    await db
      .insertInto('collaboration.callSilence')
      .values({
        callId: callId(call.key),
        startupId: organisationId(startup),
        cause,
        comment,
        saidBy: personId('startup.b'),
        saidAt: ago(1),
      })
      .execute()
}

async function insertAddendum(
  world: World,
  call: DemoCall,
  { reason, after, days }: NonNullable<DemoCall['addendum']>,
): Promise<void> {
  const { deadline } = datesOf(world, call)
  if (!deadline) return
  const before = new Date(deadline.getTime() - 5 * 86_400_000)
  const changes = [
    { label: 'Ce que la réponse contient et respecte', before: '', after },
    {
      label: 'Date limite des propositions',
      before: formatDateTime(before),
      after: formatDateTime(deadline),
    },
  ]
  await world.db
    .insertInto('collaboration.callAddendum')
    .values({
      id: demoId(`addendum:${call.key}`),
      callId: callId(call.key),
      number: 1,
      reason,
      changes: JSON.stringify(changes),
      deadlineBefore: before,
      deadlineAfter: deadline,
      publishedBy: lead(call.commune),
      publishedAt: world.ago(days),
    })
    .execute()
}

async function insertAward(world: World, call: DemoCall): Promise<void> {
  const { db, ago } = world
  const { award, complaint, key } = call
  if (!award) return
  const criteria = firstCriteria.map(({ kind, weight }, index) => ({
    id: criterionId(key, index),
    kind,
    weight,
    minimumScore: null,
  }))
  const bids = (call.offers ?? []).map(({ startup, price, points = [] }) => ({
    proposalId: proposalId(key, startup),
    price,
    points: Object.fromEntries(
      points.map((value, place) => [criterionId(key, quality[place] ?? 0), value]),
    ),
  }))
  const won = proposalId(key, award.startup)
  const ranking = rankBids(bids, { criteria, minimumScore: 0 })
  const first = ranking.find((bid) => bid.proposalId === won)
  await db
    .insertInto('collaboration.award')
    .values({
      id: demoId(`award:${key}`),
      callId: callId(key),
      lotId: lotId(key),
      proposalId: won,
      startupId: organisationId(award.startup),
      amount: first?.price ?? null,
      scoreMilli: first?.totalMilli ?? null,
      ranking: JSON.stringify(
        ranking.map(({ proposalId: id, ...bid }) => ({ ...bid, isAwarded: id === won })),
      ),
      reason: award.reason,
      decidedBy: lead(call.commune),
      decidedAt: ago(award.days),
    })
    .execute()
  if (complaint) await insertComplaint(world, call, complaint)
}

async function insertComplaint(
  { db, ago }: World,
  { key, commune }: DemoCall,
  complaint: NonNullable<DemoCall['complaint']>,
): Promise<void> {
  await db
    .insertInto('collaboration.complaint')
    .values({
      id: demoId(`complaint:${key}`),
      callId: callId(key),
      communeId: organisationId(commune),
      startupId: organisationId(complaint.startup),
      body: complaint.body,
      status: complaint.status,
      answer: complaint.answer ?? null,
      filedBy: personId('startup.d'),
      filedAt: ago(complaint.days),
    })
    .execute()
}
