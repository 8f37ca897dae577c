/**
 * Requests: sent and received on one process, beside a bare insert of the same rows; followed by the code of the receipt, by an account
 * and by telephone; found by an agent among a million.
 */
import { sql } from 'kysely'
import { demoId, organisationId, personId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { startApp } from '#test/app.ts'
import { openSessionOf } from '#test/factories/sessions.ts'
import { listInbox } from '../src/modules/services/requests/inbox.queries.ts'
import { readInboxFilter } from '../src/modules/services/requests/inbox-filter.rules.ts'
import { type Measure, measure, report } from './measure.ts'

const sent = 600
const atOnce = 20
const million = 1_000_000

const phoneSecret = 'mesure'
const app = await startApp({ config: { phoneSecret } })
const { db } = app.platform
const glazoue = organisationId('glazoue')
const template = demoId('request:glazoue:birth-copy:1')
const agent = await readAs(db, system, (own) =>
  own
    .selectFrom('identity.person')
    .select('id')
    .where('id', '=', personId('agent.glazoue'))
    .executeTakeFirstOrThrow(),
)

const agentActor = {
  ...({ kind: 'person', id: agent.id, name: 'Agent', role: 'agent' } as const),
  organisation: { id: glazoue, kind: 'commune', name: 'Glazoué' } as const,
}

const measures: Measure[] = [await submitMany(), await insertBare(), ...(await follow())]
measures.push(await dial())
await fillInbox()
measures.push(...(await searchInbox()))
report(measures)
await app.close()

/** Drafts written at the counter, whole: what is left is to send them. */
async function writeDrafts(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => createId())
  await writeAs(db, system, (own) =>
    sql`insert into services.request (id, procedure_id, revision, commune_id, service_code, title, status, entered_by, answers,
          created_at, updated_at)
        select draft.id, procedure_id, revision, commune_id, service_code, title, 'draft', ${agent.id}, answers - 'askerIdentity',
          now(), now()
        from services.request, unnest(${ids}::uuid[]) as draft (id) where request.id = ${template}`
      .execute(own)
      .then(() => undefined),
  )
  return ids
}

async function submitMany(): Promise<Measure> {
  const cookies = await openSessionOf(app.platform, 'agent.glazoue')
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const page = await app.app.inject({ url: '/espace/compte', headers: { cookie } })
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const ids = await writeDrafts(sent + atOnce)
  const send = async (id: string) => {
    const { statusCode } = await app.app.inject({
      method: 'POST',
      url: `/demandes/${id}/envoyer`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `_csrf=${encodeURIComponent(token)}&_key=${createId()}`,
    })
    if (statusCode !== 303) throw new Error(`envoi : ${statusCode}`)
  }
  await runAll(ids.slice(0, atOnce), send)
  return rate(
    'demandes reçues, du formulaire au numéro',
    'au moins 150 /s',
    ids.slice(atOnce),
    send,
  )
}

/** The same rows, in one transaction each, with nothing around. */
async function insertBare(): Promise<Measure> {
  const ids = Array.from({ length: sent }, () => createId())
  const insert = (id: string) =>
    writeAs(db, system, async (own) => {
      await sql`insert into services.request (id, reference, procedure_id, revision, commune_id, service_code, title, status, entered_by,
          answers, applicant_name, applicant_phone, department, due, received_at, due_on, created_at, updated_at)
        select ${id}::uuid, 'NUE-' || ${id}::text, procedure_id, revision, commune_id, service_code, title, 'received', ${agent.id},
          answers, applicant_name, applicant_phone, department, due, now(), due_on, now(), now()
        from services.request where id = ${template}`.execute(own)
      await sql`insert into services.request_event (id, request_id, commune_id, step, from_status, to_status, actor_id, occurred_at)
        values (${createId()}, ${id}, ${glazoue}, 'submit', 'draft', 'received', ${agent.id}, now())`.execute(
        own,
      )
    })
  return rate('les mêmes lignes, insérées nues', 'pour comparer', ids, insert)
}

/** By the code of the receipt, as most do; and with an account, where there is more to read. */
async function follow(): Promise<Measure[]> {
  const cookies = await openSessionOf(app.platform, 'usager')
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const codes = await listTrackingCodes()
  const visits = Array.from({ length: 3000 }, (_, index) => codes[index % codes.length] ?? '')
  const open = async (url: string, headers = {}) => {
    const { statusCode } = await app.app.inject({ url, headers })
    if (statusCode !== 200) throw new Error(`${url} : ${statusCode}`)
  }
  await runAll(visits.slice(0, 200), (code) => open(`/suivi/${code}`))
  return [
    await rate('pages de suivi, par le code du récépissé', 'au moins 800 /s', visits, (code) =>
      open(`/suivi/${code}`),
    ),
    await rate(
      'pages d’une demande, avec un compte',
      'pour comparer',
      Array.from({ length: 1500 }, () => template),
      (id) => open(`/demandes/${id}`, { cookie }),
    ),
  ]
}

function listTrackingCodes(): Promise<string[]> {
  return readAs(db, system, async (own) => {
    const rows = await own
      .selectFrom('services.request')
      .select('trackingCode')
      .where('trackingCode', 'is not', null)
      .execute()
    return rows.map(({ trackingCode }) => trackingCode ?? '')
  })
}

/** A hundred calls a second, each sent when it is its turn whether or not the others were answered; the worst but one in a hundred. */
async function dial(): Promise<Measure> {
  const screens = ['', '1', '1*1', '2', '2*ACDEFHJKMN', '3*glaz', '3*glaz*1', '3*glaz*1*1*2']
  const durations: number[] = []
  const call = async (index: number) => {
    const startedAt = performance.now()
    const phoneNumber = `+22901970${String(10_000 + index)}`
    const text = screens[index % screens.length] ?? ''
    const { statusCode } = await app.app.inject({
      method: 'POST',
      url: `/ussd/${phoneSecret}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ sessionId: `s${index}`, phoneNumber, text }).toString(),
    })
    if (statusCode !== 200) throw new Error(`ussd : ${statusCode}`)
    durations.push(performance.now() - startedAt)
  }
  const calls: Promise<void>[] = []
  for (let index = 0; index < 1500; index += 1) {
    calls.push(call(index))
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await Promise.all(calls)
  durations.sort((a, b) => a - b)
  const at = (share: number) => durations[Math.floor(durations.length * share)] ?? Number.NaN
  return {
    ...{ name: 'écrans USSD à cent par seconde (p95 : le 99e centile)', unit: 'ms' },
    ...{ median: at(0.5), p95: at(0.99), aim: 'moins de 100 ms au 99e centile' },
  }
}

async function rate(
  name: string,
  aim: string,
  items: readonly string[],
  work: (item: string) => Promise<unknown>,
): Promise<Measure> {
  const startedAt = performance.now()
  await runAll(items, work)
  const perSecond = (items.length * 1000) / (performance.now() - startedAt)
  return { name, unit: '/s', median: perSecond, p95: perSecond, aim }
}

async function runAll(
  items: readonly string[],
  work: (item: string) => Promise<unknown>,
): Promise<void> {
  const left = [...items]
  const go = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, go))
}

/** A large town after some years: nearly all is over, two thousand wait. */
async function fillInbox(): Promise<void> {
  await writeAs(db, system, async (own) => {
    await sql`insert into services.request (id, reference, procedure_id, revision, commune_id, service_code, title, status, entered_by,
        applicant_name, applicant_phone, department, received_at, decision, decided_at, due_on, created_at, updated_at)
      select gen_random_uuid(), 'MIL-' || n, procedure_id, revision, commune_id, service_code, title,
        case when n % 500 = 0 then 'received' else 'closed' end, entered_by, 'Personne ' || n, '+22901' || (90000000 + n), department,
        now() - n * interval '2 minutes', case when n % 500 = 0 then null else 'accepted' end, null,
        (now() - n * interval '2 minutes' + interval '5 days')::date, now(), now()
      from services.request, generate_series(1, ${million}) as n where request.id = ${demoId('request:glazoue:birth-copy:40')}`.execute(
      own,
    )
  })
  await writeAs(db, system, (own) =>
    sql`insert into services.request_word (commune_id, word, request_id)
      select commune_id, word, id from services.request,
        unnest(array[lower(reference), 'personne', split_part(applicant_name, ' ', 2), substr(applicant_phone, 5)]) as word
      where reference like 'MIL-%'`.execute(own),
  )
  await sql`analyze services.request, services.request_word`.execute(db)
}

async function searchInbox(): Promise<Measure[]> {
  const searches: readonly [string, Record<string, string>][] = [
    ['à traiter', {}],
    ['toutes', { etat: 'all' }],
    ['closes', { etat: 'closed' }],
    ['un numéro', { etat: 'all', q: 'MIL-777777' }],
    ['un nom et un autre', { etat: 'all', q: 'personne 424242' }],
    ['un nom que tous ont', { etat: 'all', q: 'personne' }],
  ]
  const found: Measure[] = []
  for (const [name, query] of searches)
    found.push(
      await measure(`liste d’un agent, un million de demandes : ${name}`, 'moins de 50 ms', () =>
        writeAs(db, agentActor, (own) =>
          listInbox(own, glazoue, readInboxFilter(query, null), null, 30),
        ),
      ),
    )
  return found
}
