/** The needs, contacts and peer questions of the demonstration world, with the history that led them there. */
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { findAssistanceMark } from './assistances.ts'
import { contacts, type DemoContact, peers } from './contacts.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { loadAgreements } from './load-agreements.ts'
import { loadCalls } from './load-calls.ts'
import { loadPilots } from './load-pilots.ts'
import { loadProjects } from './load-projects.ts'
import { loadTenders } from './load-tenders.ts'
import { type DemoNeed, needs } from './needs.ts'
import solutions from './solutions.json' with { type: 'json' }

export async function loadCollaboration(db: Db, ago: Ago, secret: Buffer): Promise<void> {
  const year = Number(toDay(ago(0)).slice(0, 4))
  await loadNeeds(db, ago, year)
  await loadContacts(db, ago, year)
  await loadPeers(db, ago, year)
  const counters = {
    BES: Math.max(...needs.map(({ number }) => number ?? 0)),
    MER: contacts.length,
    DEC: peers.length,
    APP: await loadCalls({ db, ago, year, secret }),
    ...(await loadAgreements({ db, ago, year })),
    EXP: await loadPilots(db, ago, year),
    DOS: await loadTenders(db, ago, year),
    PRJ: await loadProjects({ db, ago, year }),
  }
  await db
    .insertInto('platform.referenceCounter')
    .values(Object.entries(counters).map(([prefix, lastNumber]) => ({ prefix, year, lastNumber })))
    .execute()
}

const reference = (prefix: string, year: number, number: number) =>
  `${prefix}-${year}-${String(number).padStart(4, '0')}`
const needId = ({ commune, title }: DemoNeed) => demoId(`need:${commune}:${title}`)

const roads: Record<DemoNeed['status'], readonly [step: string, to: string][]> = {
  draft: [],
  submitted: [['submit', 'submitted']],
  returned: [
    ['submit', 'submitted'],
    ['sendBack', 'returned'],
  ],
  published: [
    ['submit', 'submitted'],
    ['publish', 'published'],
  ],
  met: [
    ['submit', 'submitted'],
    ['publish', 'published'],
    ['meet', 'met'],
  ],
  withdrawn: [
    ['submit', 'submitted'],
    ['withdraw', 'withdrawn'],
  ],
}

async function loadNeeds(db: Db, ago: Ago, year: number): Promise<void> {
  const rows = needs.map((need) => {
    const {
      number,
      commune,
      days,
      reason,
      joiners: _,
      domains,
      services,
      languages,
      ...answers
    } = need
    const isPublic = need.status === 'published' || need.status === 'met'
    return {
      ...answers,
      id: needId(need),
      reference: number === null ? null : reference('BES', year, number),
      communeId: organisationId(commune),
      domains: [...domains],
      services: [...services],
      languages: [...languages],
      hosting: 'any',
      statusReason: reason ?? null,
      createdBy: personId('rsi.glazoue'),
      createdAt: ago(days + 10),
      updatedAt: ago(days),
      publishedAt: isPublic ? ago(days) : null,
    }
  })
  await db.insertInto('collaboration.need').values(rows).execute()
  const events = needs.flatMap((need) => listNeedEvents(need, ago))
  await db.insertInto('collaboration.needEvent').values(events).execute()
  const joiners = needs.flatMap((need) =>
    (need.joiners ?? []).map(({ commune, note, users }) => ({
      needId: needId(need),
      communeId: organisationId(commune),
      note,
      users,
      joinedBy: personId('rsi.glazoue'),
      joinedAt: ago(need.days - 4),
    })),
  )
  await db.insertInto('collaboration.needJoiner').values(joiners).execute()
}

function listNeedEvents(need: DemoNeed, ago: Ago) {
  const road: [string, string][] = [['create', 'draft'], ...roads[need.status]]
  const communeId = organisationId(need.commune)
  return road.map(([step, toStatus], index) => ({
    id: demoId(`need-event:${needId(need)}:${index}`),
    needId: needId(need),
    communeId,
    step,
    fromStatus: road[index - 1]?.[1] ?? null,
    toStatus,
    reason: index === road.length - 1 ? (need.reason ?? null) : null,
    organisationId: communeId,
    ...(index === 0 && findAssistanceMark(need.title)),
    occurredAt: ago(need.days + road.length - 1 - index),
  }))
}

const contactRoads: Record<
  string,
  readonly [step: string, to: string, side: 'commune' | 'startup'][]
> = {
  sent: [],
  accepted: [['accept', 'accepted', 'startup']],
  declined: [['decline', 'declined', 'startup']],
  scheduled: [
    ['accept', 'accepted', 'startup'],
    ['schedule', 'scheduled', 'commune'],
  ],
  demonstrated: [
    ['accept', 'accepted', 'startup'],
    ['schedule', 'scheduled', 'commune'],
    ['demonstrate', 'demonstrated', 'commune'],
  ],
  followedUp: [
    ['accept', 'accepted', 'startup'],
    ['schedule', 'scheduled', 'commune'],
    ['demonstrate', 'demonstrated', 'commune'],
    ['followUp', 'followedUp', 'commune'],
  ],
  notFollowedUp: [
    ['accept', 'accepted', 'startup'],
    ['schedule', 'scheduled', 'commune'],
    ['demonstrate', 'demonstrated', 'commune'],
    ['close', 'notFollowedUp', 'commune'],
  ],
  withdrawn: [['withdraw', 'withdrawn', 'commune']],
}

const leaders: Record<string, string> = {
  glazoue: 'rsi.glazoue',
  bohicon: 'se.bohicon',
  houeyogbe: 'se.houeyogbe',
  parakou: 'se.parakou',
}
const writers: Record<string, string> = {
  'akwaba-numerique': 'startup.a',
  'zem-data': 'startup.b',
  'sika-logiciels': 'startup.d',
  'tofa-systemes': 'startup.e',
  'gbeto-tech': 'startup.f',
}

interface ContactParts {
  readonly contact: DemoContact
  readonly id: string
  readonly communeId: string
  readonly startupId: string
  readonly people: Readonly<Record<'commune' | 'startup', string>>
}

async function loadContacts(db: Db, ago: Ago, year: number): Promise<void> {
  for (const contact of contacts) {
    const need = needs.find(({ number }) => number === contact.need)
    const solution = solutions.rows.find(({ slug }) => slug === contact.solution)
    if (!need || !solution)
      throw new Error(`Mise en relation ${contact.number} : besoin ou solution inconnus`)
    const parts: ContactParts = {
      contact,
      id: demoId(`contact:${contact.number}`),
      communeId: organisationId(need.commune),
      startupId: organisationId(solution.startup),
      people: {
        commune: personId(leaders[need.commune] ?? 'se.dassa'),
        startup: personId(writers[solution.startup] ?? 'startup.a'),
      },
    }
    const names = { needTitle: need.title, solutionName: solution.name, needId: needId(need) }
    await db
      .insertInto('collaboration.contact')
      .values({ ...describeContact(parts, ago, year), ...names })
      .execute()
    await db
      .insertInto('collaboration.contactEvent')
      .values(listContactEvents(parts, ago))
      .execute()
    const messages = listContactMessages(parts, ago)
    if (messages.length > 0)
      await db.insertInto('collaboration.contactMessage').values(messages).execute()
  }
}

function describeContact(
  { contact, id, communeId, startupId, people }: ContactParts,
  ago: Ago,
  year: number,
) {
  const { number, status, days, message, demonstrationDays, reason = null, next = null } = contact
  const isDecline = status === 'declined'
  const isShown = demonstrationDays !== undefined
  return {
    id,
    communeId,
    startupId,
    reference: reference('MER', year, number),
    solutionId: demoId(`solution:${contact.solution}`),
    needReference: reference('BES', year, contact.need),
    status,
    message,
    proposedDates: status === 'sent' ? [ago(-6), ago(-8)] : [],
    demonstrationAt: isShown ? ago(-demonstrationDays) : null,
    demonstrationPlace: isShown ? 'Salle du conseil, mairie' : '',
    declineReason: isDecline ? reason : null,
    outcomeReason: isDecline ? null : reason,
    outcomeNext: next,
    answerDueAt: ago(days - 14),
    openedBy: people.commune,
    openedAt: ago(days),
    updatedAt: ago(Math.max(days - 5, 0)),
  }
}

function listContactEvents({ contact, id, communeId, startupId, people }: ContactParts, ago: Ago) {
  const road: [string, string, 'commune' | 'startup'][] = [
    ['create', 'sent', 'commune'],
    ...(contactRoads[contact.status] ?? []),
  ]
  return road.map(([step, toStatus, side], index) => ({
    id: demoId(`contact-event:${contact.number}:${index}`),
    contactId: id,
    communeId,
    startupId,
    step,
    fromStatus: road[index - 1]?.[1] ?? null,
    toStatus,
    reason: index === road.length - 1 ? (contact.reason ?? null) : null,
    actorId: people[side],
    organisationId: side === 'commune' ? communeId : startupId,
    occurredAt: ago(contact.days - index),
  }))
}

function listContactMessages(
  { contact, id, communeId, startupId, people }: ContactParts,
  ago: Ago,
) {
  return (contact.thread ?? []).map(({ side, body, days }, index) => ({
    id: demoId(`contact-message:${contact.number}:${index}`),
    contactId: id,
    communeId,
    startupId,
    authorId: people[side],
    authorOrganisationId: side === 'commune' ? communeId : startupId,
    body,
    sentAt: ago(days),
  }))
}

async function loadPeers(db: Db, ago: Ago, year: number): Promise<void> {
  for (const { number, solution, from, to, status, days, thread } of peers) {
    const [enquiryId, askingCommuneId, askedCommuneId] = [
      demoId(`peer:${number}`),
      organisationId(from),
      organisationId(to),
    ]
    const openedBy = personId(leaders[from] ?? 'rsi.glazoue')
    const solutionName = solutions.rows.find(({ slug }) => slug === solution)?.name ?? ''
    await db
      .insertInto('collaboration.peerEnquiry')
      .values({
        id: enquiryId,
        reference: reference('DEC', year, number),
        solutionId: demoId(`solution:${solution}`),
        solutionName,
        askingCommuneId,
        askedCommuneId,
        status,
        answerDueAt: ago(days - 14),
        openedBy,
        openedAt: ago(days),
        updatedAt: ago(days - 2),
      })
      .execute()
    const messages = thread.map(({ from: isAsking, body }, index) => ({
      id: demoId(`peer-message:${number}:${index}`),
      enquiryId,
      askingCommuneId,
      askedCommuneId,
      authorId: isAsking ? openedBy : personId(leaders[to] ?? 'se.bohicon'),
      authorOrganisationId: isAsking ? askingCommuneId : askedCommuneId,
      body,
      sentAt: ago(days - index),
    }))
    await db.insertInto('collaboration.peerMessage').values(messages).execute()
  }
}
