/** Writes the adhesions and agreements of the demonstration world, signed as real ones are. */
import { hashAgreement, hashFramework } from '#modules/collaboration/index.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { adhesions, agreements, type DemoAdhesion, type DemoAgreement } from './agreements.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { people } from './people.ts'
import { startups } from './startups.ts'

interface World {
  readonly db: Db
  readonly ago: Ago
  readonly year: number
}

type Framework = Parameters<typeof hashFramework>[0]

export const agreementId = (number: number) => demoId(`agreement:${number}`)

const reference = (prefix: string, year: number, number: number) =>
  `${prefix}-${year}-${String(number).padStart(4, '0')}`

/** Returns the highest numbers given, for the counters of references. */
export async function loadAgreements(world: World): Promise<{ ADH: number; CNV: number }> {
  const framework = await readFramework(world.db)
  for (const [index, adhesion] of adhesions.entries())
    await insertAdhesion(world, framework, adhesion, index + 1)
  for (const agreement of agreements) await insertAgreement(world, framework, agreement)
  return { ADH: adhesions.length, CNV: agreements.length }
}

async function readFramework(db: Db): Promise<Framework> {
  const version = await db
    .selectFrom('collaboration.frameworkVersion')
    .selectAll()
    .where('status', '=', 'published')
    .executeTakeFirstOrThrow()
  const clauses = await db
    .selectFrom('collaboration.frameworkClause')
    .selectAll()
    .where('frameworkVersionId', '=', version.id)
    .orderBy('position')
    .execute()
  return { version, clauses } as Framework
}

async function insertAdhesion(
  { db, ago, year }: World,
  framework: Framework,
  { organisation, kind, signatory, role, days, isPrepared = false }: DemoAdhesion,
  number: number,
): Promise<void> {
  const id = demoId(`adhesion:${organisation}`)
  const signedAt = ago(days)
  await db
    .insertInto('collaboration.adhesion')
    .values({
      id,
      reference: reference('ADH', year, number),
      frameworkVersionId: framework.version.id,
      organisationId: organisationId(organisation),
      organisationKind: kind,
      status: isPrepared ? 'prepared' : 'signed',
      preparedBy: personId(signatory),
      createdAt: signedAt,
      updatedAt: signedAt,
      signedAt: isPrepared ? null : signedAt,
    })
    .execute()
  if (isPrepared) return
  await insertSignature(db, {
    subjectKind: 'adhesion',
    subjectId: id,
    partyIds: [organisationId(organisation)],
    organisationId: organisationId(organisation),
    signatory,
    role,
    documentSha256: hashFramework(framework),
    signedAt,
  })
}

interface DemoSignature {
  readonly subjectKind: 'adhesion' | 'agreement'
  readonly subjectId: string
  readonly partyIds: string[]
  readonly organisationId: string
  readonly signatory: string
  readonly role: string
  readonly documentSha256: string
  readonly signedAt: Date
}

async function insertSignature(db: Db, { signatory, role, ...given }: DemoSignature) {
  const person = people.find(({ email }) => email === `${signatory}@demo.example`)
  await db
    .insertInto('collaboration.signature')
    .values({
      ...given,
      id: demoId(`signature:${given.subjectId}:${given.organisationId}`),
      personId: personId(signatory),
      personName: person?.name ?? 'Signataire Démo',
      personRole: role,
      means: 'code',
      evidence: JSON.stringify({
        destination: `${signatory.slice(0, 2)}•••@demo.example`,
        codeId: demoId(`code:${given.subjectId}`),
      }),
    })
    .execute()
}

const roads: Record<DemoAgreement['status'], readonly [step: string, to: string][]> = {
  negotiating: [],
  agreed: [['agree', 'agreed']],
  signing: [
    ['agree', 'agreed'],
    ['sign', 'signing'],
  ],
  active: [
    ['agree', 'agreed'],
    ['sign', 'signing'],
    ['complete', 'active'],
  ],
  suspended: [
    ['agree', 'agreed'],
    ['sign', 'signing'],
    ['complete', 'active'],
    ['suspend', 'suspended'],
  ],
  terminated: [
    ['agree', 'agreed'],
    ['sign', 'signing'],
    ['complete', 'active'],
    ['terminate', 'terminated'],
  ],
  ended: [
    ['agree', 'agreed'],
    ['sign', 'signing'],
    ['complete', 'active'],
    ['end', 'ended'],
  ],
  abandoned: [['abandon', 'abandoned']],
}

const writers: Record<string, string> = {
  'akwaba-numerique': 'startup.a',
  'zem-data': 'startup.b',
  'sika-logiciels': 'startup.d',
  'gbeto-tech': 'startup.f',
}
const leader = (commune: string) => `se.${commune === 'dassa-zoume' ? 'dassa' : commune}`

async function insertAgreement(
  world: World,
  framework: Framework,
  given: DemoAgreement,
): Promise<void> {
  const { db, ago, year } = world
  const day = (days: number | null) => (days === null ? null : toDay(ago(-days)))
  const signs = roads[given.status].filter(([step]) => step === 'sign' || step === 'complete')
  const row = {
    id: agreementId(given.number),
    reference: reference('CNV', year, given.number),
    communeId: organisationId(given.commune),
    startupId: organisationId(given.startup),
    frameworkVersionId: framework.version.id,
    source: 'direct',
    title: given.title,
    purpose: given.purpose,
    amount: given.amount,
    startsOn: day(given.startsIn),
    endsOn: day(given.endsIn),
    status: given.status,
    statusReason: given.reason ?? null,
    createdBy: personId(leader(given.commune)),
    createdAt: ago(given.createdDays),
    updatedAt: ago(Math.min(given.createdDays, 3)),
    signedAt: signs.length === 2 ? ago(given.createdDays - 20) : null,
    endedAt: ['terminated', 'ended'].includes(given.status) ? ago(20) : null,
  }
  await db.insertInto('collaboration.agreement').values(row).execute()
  const clauses = listClauses(world, framework, given)
  await db.insertInto('collaboration.agreementClause').values(clauses).execute()
  await insertWording(world, given)
  await insertEvents(world, given)
  const full = { agreement: row, clauses } as unknown as Parameters<typeof hashAgreement>[0]
  await sign(world, given, hashAgreement(full, namesOf(given)), signs.length)
  if (given.amendment) await insertAmendment(world, given, given.amendment)
}

function namesOf({ commune, startup }: DemoAgreement) {
  return {
    commune: communes.rows.find(({ slug }) => slug === commune)?.name ?? '',
    startup: startups.find(({ slug }) => slug === startup)?.name ?? '',
  }
}

function listClauses({ ago }: World, framework: Framework, given: DemoAgreement) {
  const { number, wording, status, createdDays } = given
  const agreed = ago(Math.max(1, createdDays - 4))
  return framework.clauses.map(({ key, position, title, body, isMandatory }) => {
    const isWorded = wording?.key === key
    const isSettled = status !== 'negotiating' && status !== 'abandoned'
    return {
      id: demoId(`clause:${number}:${key}`),
      agreementId: agreementId(number),
      communeId: organisationId(given.commune),
      startupId: organisationId(given.startup),
      key,
      position,
      title,
      body: isWorded && wording ? body.replace(wording.from, wording.to) : body,
      frameworkBody: body,
      isMandatory,
      communeAgreedAt: isSettled || (position < 8 && !isWorded) ? agreed : null,
      startupAgreedAt: isSettled || position < 12 || isWorded ? agreed : null,
      version: isWorded ? 2 : 1,
    }
  })
}

async function insertWording({ db, ago }: World, given: DemoAgreement): Promise<void> {
  const { wording, number } = given
  if (!wording) return
  const clauseId = demoId(`clause:${number}:${wording.key}`)
  const { body } = await db
    .selectFrom('collaboration.agreementClause')
    .select('body')
    .where('id', '=', clauseId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('collaboration.clauseWording')
    .values({
      id: demoId(`wording:${number}:${wording.key}`),
      clauseId,
      communeId: organisationId(given.commune),
      startupId: organisationId(given.startup),
      body,
      comment: wording.comment,
      proposedBy: personId(writers[given.startup] ?? 'startup.a'),
      organisationId: organisationId(wording.by === 'startup' ? given.startup : given.commune),
      proposedAt: ago(6),
    })
    .execute()
}

async function insertEvents({ db, ago }: World, given: DemoAgreement): Promise<void> {
  const road: [string, string][] = [['create', 'negotiating'], ...roads[given.status]]
  await db
    .insertInto('collaboration.agreementEvent')
    .values(
      road.map(([step, toStatus], index) => ({
        id: demoId(`agreement-event:${given.number}:${index}`),
        agreementId: agreementId(given.number),
        communeId: organisationId(given.commune),
        startupId: organisationId(given.startup),
        step,
        fromStatus: road[index - 1]?.[1] ?? null,
        toStatus,
        reason: index === road.length - 1 ? (given.reason ?? null) : null,
        organisationId: organisationId(index % 2 === 0 ? given.commune : given.startup),
        occurredAt: ago(Math.max(1, given.createdDays - index * 8)),
      })),
    )
    .execute()
}

async function sign(
  { db, ago }: World,
  given: DemoAgreement,
  documentSha256: string,
  count: number,
): Promise<void> {
  const sides = [
    {
      organisation: given.startup,
      signatory: writers[given.startup] ?? 'startup.a',
      role: 'Responsable de la startup',
    },
    { organisation: given.commune, signatory: leader(given.commune), role: 'Secrétaire exécutif' },
  ]
  for (const { organisation, signatory, role } of sides.slice(0, count))
    await insertSignature(db, {
      subjectKind: 'agreement',
      subjectId: agreementId(given.number),
      partyIds: [organisationId(given.commune), organisationId(given.startup)],
      organisationId: organisationId(organisation),
      signatory,
      role,
      documentSha256,
      signedAt: ago(Math.max(1, given.createdDays - 18)),
    })
}

async function insertAmendment(
  { db, ago }: World,
  given: DemoAgreement,
  { reason, status, endsIn }: NonNullable<DemoAgreement['amendment']>,
): Promise<void> {
  await db
    .insertInto('collaboration.amendment')
    .values({
      id: demoId(`amendment:${given.number}:1`),
      agreementId: agreementId(given.number),
      communeId: organisationId(given.commune),
      startupId: organisationId(given.startup),
      number: 1,
      reason,
      changes: JSON.stringify({
        endsOn: { before: toDay(ago(-(given.endsIn ?? 0))), after: toDay(ago(-endsIn)) },
        clauses: [],
      }),
      status,
      createdBy: personId(leader(given.commune)),
      createdAt: ago(3),
    })
    .execute()
}
