/** Writes the requests of the demonstration world, with their history, a thread and an opinion. */
import type { Insertable } from 'kysely'
import { listRequestWords } from '#modules/services/index.ts'
import type { Db, Tables } from '#platform/database.ts'
import { requestFile } from './files/request-file.ts'
import { type Ago, demoId, demoTrackingCode, organisationId, personId } from './ids.ts'
import { answerBirthCopy, type DemoRequest, requests } from './requests.ts'

const dayMs = 86_400_000
const unitPrice = 500

export async function loadRequests(db: Db, ago: Ago): Promise<void> {
  const numbered = numberAll(ago)
  await db
    .insertInto('services.request')
    .values(numbered.map((one) => describe(one, ago)))
    .execute()
  await db
    .insertInto('services.requestEvent')
    .values(numbered.flatMap(({ demo }) => listEvents(demo, ago)))
    .execute()
  await db
    .insertInto('services.requestWord')
    .values(numbered.flatMap((one) => listWords(one)))
    .execute()
  const counters = countByYear(numbered)
  await db.insertInto('platform.referenceCounter').values(counters).execute()
  await loadOwn(db, ago)
}

interface Numbered {
  readonly demo: DemoRequest
  readonly year: number
  readonly rank: number
}

/** In the order they were received, the first of each year first. */
function numberAll(ago: Ago): Numbered[] {
  const given = new Map<number, number>()
  return [...requests]
    .sort((a, b) => b.receivedDays - a.receivedDays)
    .map((demo) => {
      const year = ago(demo.receivedDays).getUTCFullYear()
      const rank = (given.get(year) ?? 0) + 1
      given.set(year, rank)
      return { demo, year, rank }
    })
}

function countByYear(numbered: readonly Numbered[]) {
  const last = new Map(numbered.map(({ year, rank }) => [year, rank]))
  return [...last].map(([year, lastNumber]) => ({ prefix: 'DEM', year, lastNumber }))
}

/** A small town hall has one person for it. */
const agentOf = ({ commune }: DemoRequest) => (commune === 'glazoue' ? 'agent.glazoue' : 'se.dassa')

const requestId = ({ commune, service, number }: DemoRequest) =>
  demoId(`request:${commune}:${service}:${number}`)

const numberOf = ({ year, rank }: Numbered) => `DEM-${year}-${String(rank).padStart(4, '0')}`

function describe(one: Numbered, ago: Ago): Insertable<Tables['services.request']> {
  const { demo } = one
  const { commune, service, receivedDays, name, phone, status, account, isSecond } = demo
  const isGlazoue = commune === 'glazoue'
  const answers = answerBirthCopy(demo)
  const agent = personId(agentOf(demo))
  const asker = account ? { requesterId: personId(account) } : { enteredBy: agent }
  return {
    ...{ id: requestId(demo), procedureId: demoId(`procedure:${commune}:${service}`) },
    ...{ revision: isGlazoue && isSecond ? 2 : 1, communeId: organisationId(commune) },
    ...{ serviceCode: service, title: 'Demander une copie d’acte de naissance', status },
    ...{ reference: numberOf(one), ...asker, trackingCode: demoTrackingCode(requestId(demo)) },
    answers: JSON.stringify({ ...answers, ...(account && { askerIdentity: requestFile.answer }) }),
    ...{ applicantName: name, applicantPhone: phone, department: 'État civil' },
    due: JSON.stringify(tellDue(demo, answers.copies)),
    receivedAt: ago(receivedDays),
    dueOn: isGlazoue && isSecond ? toDay(ago(receivedDays - 5)) : null,
    ...describeDecision(demo, agent, ago),
    ...{ createdAt: ago(receivedDays + 0.1), updatedAt: lastMoment(demo, ago) },
  }
}

function listWords(one: Numbered): Insertable<Tables['services.requestWord']>[] {
  const { demo } = one
  const words = listRequestWords({
    ...{ reference: numberOf(one), applicantName: demo.name, applicantPhone: demo.phone },
  })
  return words.map((word) => ({
    ...{ communeId: organisationId(demo.commune), word, requestId: requestId(demo) },
    requesterId: demo.account ? personId(demo.account) : null,
  }))
}

const toDay = (moment: Date) => moment.toISOString().slice(0, 10)

function tellDue({ commune, isSecond }: DemoRequest, copies: number) {
  if (commune !== 'glazoue' || !isSecond) return { kind: 'toConfirm', missing: [] }
  const amount = copies * unitPrice
  const tariff = { label: 'Copie d’acte, par exemplaire', amount: unitPrice }
  return { kind: 'due', total: amount, lines: [{ tariff, quantity: copies, amount }] }
}

function describeDecision(demo: DemoRequest, agent: string, ago: Ago) {
  const { status } = demo
  const isTaken = status !== 'received' && status !== 'withdrawn'
  const verdict = status === 'refused' ? 'refused' : 'accepted'
  const isProposed = ['proposed', 'accepted', 'refused', 'closed'].includes(status)
  const isDecided = isProposed && status !== 'proposed'
  return {
    ...(isTaken && { assigneeId: agent }),
    ...(status === 'incomplete' && { pausedAt: lastMoment(demo, ago) }),
    ...(isProposed && { decision: verdict, preparedBy: agent }),
    ...(isProposed &&
      verdict === 'refused' && {
        decisionReasons: 'Aucun acte à ce nom ni à cette date dans les registres de la commune.',
        decisionRemedy:
          'Demandez un jugement supplétif au tribunal, ou revenez avec une autre référence.',
      }),
    ...(isDecided && {
      decidedBy: personId(`maire.${demo.commune}`),
      decidedAt: ago(demo.receivedDays - offsetOf(demo, 'decided')),
    }),
  }
}

/** How many days after it was received each step was taken: some agents are quicker, some weeks are full. */
function offsetOf({ number }: DemoRequest, moment: 'taken' | 'proposed' | 'decided' | 'closed') {
  const taken = 0.1 + (number % 5) * 0.2
  const proposed = taken + 0.5 + (number % 3)
  const decided = proposed + 0.3 + (number % 4) * 0.5
  return { taken, proposed, decided, closed: decided + 1 }[moment]
}

type Step = readonly [step: string, from: string | null, to: string, offset: number, by: string]

function listSteps(demo: DemoRequest): Step[] {
  const { status, commune, account } = demo
  const agent = agentOf(demo)
  const [taken, proposed] = [offsetOf(demo, 'taken'), offsetOf(demo, 'proposed')]
  const decided = offsetOf(demo, 'decided')
  const submit: Step = ['submit', 'draft', 'received', 0, account ?? agent]
  if (status === 'received') return [submit]
  if (status === 'withdrawn') return [submit, ['withdraw', 'received', 'withdrawn', 0.5, agent]]
  const take: Step = ['take', 'received', 'inReview', taken, agent]
  if (status === 'inReview') return [submit, take]
  if (status === 'incomplete')
    return [submit, take, ['askCompletion', 'inReview', 'incomplete', taken + 0.4, agent]]
  const propose: Step = ['propose', 'inReview', 'proposed', proposed, agent]
  if (status === 'proposed') return [submit, take, propose]
  const isRefused = status === 'refused'
  const decide: Step = [
    ...([isRefused ? 'refuse' : 'accept', 'proposed', isRefused ? 'refused' : 'accepted'] as const),
    ...([decided, `maire.${commune}`] as const),
  ]
  const close: Step = ['close', 'accepted', 'closed', offsetOf(demo, 'closed'), agent]
  return [submit, take, propose, decide, ...(status === 'closed' ? [close] : [])]
}

/** Never after the moment the world is set at. */
const momentOf = ({ receivedDays }: DemoRequest, offset: number, ago: Ago) =>
  new Date(Math.min(ago(receivedDays - offset).getTime(), ago(0).getTime() - dayMs / 24))

function lastMoment(demo: DemoRequest, ago: Ago): Date {
  const [, , , offset] = listSteps(demo).at(-1) ?? ['', null, '', 0]
  return momentOf(demo, offset, ago)
}

function listEvents(demo: DemoRequest, ago: Ago): Insertable<Tables['services.requestEvent']>[] {
  const communeId = organisationId(demo.commune)
  const requesterId = demo.account ? personId(demo.account) : null
  return listSteps(demo).map(([step, fromStatus, toStatus, offset, by], index) => ({
    ...{ id: demoId(`request-event:${requestId(demo)}:${index}`), requestId: requestId(demo) },
    ...{ communeId, requesterId, step, fromStatus, toStatus, actorId: personId(by) },
    organisationId: by === demo.account ? null : communeId,
    occurredAt: momentOf(demo, offset, ago),
  }))
}

/** The request of the demonstration's citizen: its paper, what was written, what was asked of a colleague. */
async function loadOwn(db: Db, ago: Ago): Promise<void> {
  const [demo, answered] = requests.filter(({ account }) => account === 'usager')
  if (!demo || !answered) return
  await loadAct(db, answered, ago)
  await loadPayments(db, answered, ago)
  await loadAttempt(db, demo, ago)
  const about = {
    ...{ requestId: requestId(demo), communeId: organisationId(demo.commune) },
    requesterId: personId('usager'),
  }
  await db
    .insertInto('services.requestFile')
    .values({
      ...about,
      field: 'askerIdentity',
      storedSha256: requestFile.answer.sha256,
      isIdentity: true,
    })
    .execute()
  await db
    .insertInto('services.requestMessage')
    .values([
      {
        ...{ id: demoId('request-message:own:1'), ...about, kind: 'message', side: 'citizen' },
        ...{ authorId: personId('usager'), writtenAt: ago(2) },
        body: 'Bonjour, puis-je venir chercher les copies samedi matin ?',
      },
      {
        ...{ id: demoId('request-message:own:2'), ...about, kind: 'message', side: 'commune' },
        ...{ authorId: personId('agent.glazoue'), writtenAt: ago(1.5) },
        body: 'Bonjour, le guichet ouvre le samedi de 8 h à 12 h. Nous vous préviendrons dès que c’est prêt.',
      },
    ])
    .execute()
  const { requesterId: _, ...asked } = about
  await db
    .insertInto('services.requestOpinion')
    .values({
      ...{ id: demoId('request-opinion:glazoue:birth-copy:1'), ...asked },
      ...{ department: 'Archives', askedBy: personId('agent.glazoue'), askedAt: ago(1) },
      question: 'Le registre de cette année-là est-il lisible, ou faut-il le second exemplaire ?',
    })
    .execute()
}

/** What the answered request came to; its paper is printed when somebody first asks for it. */
async function loadAct(db: Db, demo: DemoRequest, ago: Ago): Promise<void> {
  const signedAt = ago(demo.receivedDays - offsetOf(demo, 'decided') - 0.2)
  const year = signedAt.getUTCFullYear()
  await db
    .insertInto('services.act')
    .values({
      ...{ id: demoId('act:glazoue:1'), reference: `ACT-${year}-0001`, requestId: requestId(demo) },
      ...{ communeId: organisationId(demo.commune), requesterId: personId('usager') },
      ...{ title: 'Décision favorable', holder: demo.name },
      body: 'La commune de Glazoué fait droit à la demande de Usager Démo.\n\nObjet : copie d’acte de naissance, en deux exemplaires.\n\nLe présent acte est délivré pour servir et valoir ce que de droit.',
      ...{ capacity: 'Le maire', signedBy: personId('maire.glazoue'), signedAt },
    })
    .execute()
  await db
    .insertInto('platform.referenceCounter')
    .values({ prefix: 'ACT', year, lastNumber: 1 })
    .execute()
}

/** What the counter of Glazoué took in for the requests it closed since its tariff is in the procedure. */
async function loadPayments(db: Db, answered: DemoRequest, ago: Ago): Promise<void> {
  const paid = requests.filter(
    ({ commune, status, isSecond }) => commune === 'glazoue' && isSecond && status === 'closed',
  )
  const rows = [...paid]
    .sort((a, b) => b.receivedDays - a.receivedDays)
    .map((demo, index) => describePayment(demo, index + 1, answered, ago))
  await db.insertInto('services.payment').values(rows).execute()
  const year = ago(0).getUTCFullYear()
  await db
    .insertInto('platform.referenceCounter')
    .values({ prefix: 'QUI', year, lastNumber: rows.length })
    .execute()
}

function describePayment(
  demo: DemoRequest,
  rank: number,
  answered: DemoRequest,
  ago: Ago,
): Insertable<Tables['services.payment']> {
  const { copies } = answerBirthCopy(demo)
  const amount = copies * unitPrice
  const line = { label: 'Copie d’acte, par exemplaire', quantity: copies, amount }
  const isOwn = demo === answered
  return {
    id: isOwn ? demoId('payment:glazoue:1') : demoId(`payment:${requestId(demo)}`),
    ...{ requestId: requestId(demo), communeId: organisationId(demo.commune) },
    ...{ requesterId: demo.account ? personId(demo.account) : null, serviceCode: demo.service },
    ...{ amount, lines: JSON.stringify([line]), method: 'counter', payer: demo.name },
    quittance: `QUI-${ago(0).getUTCFullYear()}-${String(rank).padStart(4, '0')}`,
    ...{ receivedBy: personId('agent.glazoue'), paidAt: momentOf(demo, 0.05, ago) },
  }
}

/** The citizen of the demonstration gave up once; nothing was taken. */
async function loadAttempt(db: Db, demo: DemoRequest, ago: Ago): Promise<void> {
  const { copies } = answerBirthCopy(demo)
  const amount = copies * unitPrice
  await db
    .insertInto('services.paymentAttempt')
    .values({
      ...{ id: demoId('attempt:glazoue:1'), requestId: requestId(demo), gateway: 'fedapay' },
      ...{ communeId: organisationId(demo.commune), requesterId: personId('usager'), amount },
      lines: JSON.stringify([{ label: 'Copie d’acte, par exemplaire', quantity: copies, amount }]),
      ...{ gatewayReference: 'demo-1', status: 'failed', startedAt: ago(2), settledAt: ago(1) },
      updatedAt: ago(1),
    })
    .execute()
}
