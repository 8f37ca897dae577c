/**
 * The audit journal: append-only, each line sealed with the hash of the one before it in its chain
 * (one chain per organisation). Whoever changes or removes a line breaks every hash after it.
 */
import { createHash } from 'node:crypto'
import type { Actor } from './actor.ts'
import type { Db } from './database.ts'

export interface AuditEntry {
  readonly actor: Actor
  /** The organisation whose journal this belongs to; the platform's own when null. */
  readonly organisationId: string | null
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  /** Identifiers and statuses only: nothing personal, since it can never be erased. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

interface SealedFields {
  chain: string
  sequence: number
  occurredAt: string
  actorId: string | null
  organisationId: string | null
  action: string
  subjectKind: string
  subjectId: string
  details: string
  previousHash: string
}

const genesis = '0'.repeat(64)

export function recordAudit(db: Db, entry: AuditEntry, now: Date): Promise<void> {
  return recordAudits(db, [entry], now)
}

/** Lines of one journal, in this order: its head is locked once and moved once. */
export async function recordAudits(
  db: Db,
  entries: readonly AuditEntry[],
  now: Date,
): Promise<void> {
  const [first] = entries
  if (!first) return
  const chain = first.organisationId ?? 'platform'
  let head = await lockHead(db, chain)
  const lines = entries.map((entry) => {
    const sealed = sealFields(entry, chain, head, now)
    head = { sequence: sealed.sequence, hash: hashLine(sealed) }
    return { ...sealed, occurredAt: now, hash: head.hash }
  })
  await db.insertInto('platform.auditLine').values(lines).execute()
  await db.updateTable('platform.auditHead').set(head).where('chain', '=', chain).execute()
}

function sealFields(
  entry: AuditEntry,
  chain: string,
  head: { readonly sequence: number; readonly hash: string },
  now: Date,
): SealedFields {
  return {
    chain,
    sequence: head.sequence + 1,
    occurredAt: now.toISOString(),
    actorId: entry.actor.id,
    organisationId: entry.actor.organisation?.id ?? null,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    details: canonicalJson(markActing(entry)),
    previousHash: head.hash,
  }
}

/** What was written on behalf of a commune says under which assistance; what a system wrote, by which key. */
function markActing({ actor, details }: AuditEntry): AuditEntry['details'] {
  if (actor.key) {
    const { id: keyId, mediatorClient } = actor.key
    return { ...details, keyId, ...(mediatorClient && { mediatorClient }) }
  }
  return actor.assistance ? { ...details, assistanceId: actor.assistance.id } : details
}

/** Lines of one chain are written one after the other: the head is locked until the transaction ends. */
async function lockHead(db: Db, chain: string) {
  await db
    .insertInto('platform.auditHead')
    .values({ chain, sequence: 0, hash: genesis })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .selectFrom('platform.auditHead')
    .select(['sequence', 'hash'])
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

function hashLine(line: SealedFields): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(line).sort(byName)))
    .digest('hex')
}

function canonicalJson(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(value).sort(byName)))
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export interface AuditFault {
  readonly chain: string
  readonly sequence: number
  readonly because: 'hash' | 'gap' | 'head'
}

const pageSize = 1000

/** Reads every chain from its first line to its head, a thousand lines at a time, as they all stood at one moment. */
export function verifyAudit(db: Db): Promise<{ lines: number; faults: AuditFault[] }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const faults: AuditFault[] = []
      let lines = 0
      for (const head of await listHeads(snapshot)) {
        const result = await verifyChain(snapshot, head)
        lines += result.lines
        faults.push(...result.faults)
      }
      return { lines, faults }
    })
}

/** Also of the chains whose head was taken away. */
async function listHeads(db: Db) {
  const heads = await db.selectFrom('platform.auditHead').selectAll().orderBy('chain').execute()
  const headless = await db
    .selectFrom('platform.auditLine')
    .select('chain')
    .distinct()
    .where('chain', 'not in', (query) => query.selectFrom('platform.auditHead').select('chain'))
    .execute()
  return [...heads, ...headless.map(({ chain }) => ({ chain, sequence: 0, hash: '' }))]
}

async function verifyChain(db: Db, head: { chain: string; sequence: number; hash: string }) {
  const faults: AuditFault[] = []
  let previous = { sequence: 0, hash: genesis }
  let lines = 0
  for (;;) {
    const page = await listLines(db, head.chain, previous.sequence)
    lines += page.length
    for (const line of page) {
      const fault = findFault(line, previous)
      if (fault) faults.push({ chain: head.chain, sequence: line.sequence, because: fault })
      previous = line
    }
    if (page.length < pageSize) break
  }
  if (previous.sequence !== head.sequence || previous.hash !== head.hash) {
    faults.push({ chain: head.chain, sequence: head.sequence, because: 'head' })
  }
  return { lines, faults }
}

async function listLines(db: Db, chain: string, after: number) {
  const rows = await db
    .selectFrom('platform.auditLine')
    .selectAll()
    .where('chain', '=', chain)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(pageSize)
    .execute()
  return rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    details: canonicalJson(row.details as never),
  }))
}

function findFault(
  line: SealedFields & { hash: string },
  previous: { sequence: number; hash: string },
) {
  if (line.sequence !== previous.sequence + 1) return 'gap'
  const { hash, ...sealed } = line
  return sealed.previousHash === previous.hash && hashLine(sealed) === hash ? null : 'hash'
}
