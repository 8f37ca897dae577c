/** A machine that sends again after a cut gets the answer of the first time: the header Idempotency-Key, kept a week. */
import { createHash } from 'node:crypto'
import type { Db } from './context.ts'
import { problem } from './problem.ts'
import type { Reply } from './route.ts'

export interface Repeated {
  /** Whose keys these are: two organisations may choose the same one. */
  readonly owner: string
  readonly path: string
  /** As it was sent; null acts every time. */
  readonly key: string | null
  /** What is asked, letter for letter. */
  readonly content: string
}

interface Kept {
  readonly content: string
  readonly status: number
  readonly body: string
}

const reused = 'Cette clé d’idempotence a déjà servi pour autre chose : prenez-en une nouvelle.'

/** In the transaction of the act: a second request with the same key waits here for the first. Refusals are not kept. */
export async function answerOnce(
  db: Db,
  { owner, path, key, content }: Repeated,
  act: () => Promise<Reply>,
): Promise<Reply> {
  if (key === null) return act()
  const claim = toIdentifier(`${owner} ${key}`)
  const mark = createHash('sha256').update(`${path}\n${content}`).digest('base64url')
  const isFirst = await db
    .insertInto('platform.idempotency')
    .values({ key: claim, actorId: null, path })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!isFirst) return findKept(db, claim, mark)
  const reply = await act()
  const { status = 200, body } = reply
  const row = { content: mark, status, body: String(body) } satisfies Kept
  if (status < 300)
    await db
      .updateTable('platform.idempotency')
      .set({ outcome: JSON.stringify(row) })
      .where('key', '=', claim)
      .execute()
  else await db.deleteFrom('platform.idempotency').where('key', '=', claim).execute()
  return reply
}

async function findKept(db: Db, claim: string, mark: string): Promise<Reply> {
  const row = await db
    .selectFrom('platform.idempotency')
    .select('outcome')
    .where('key', '=', claim)
    .executeTakeFirst()
  const kept = row?.outcome as Kept | null | undefined
  if (!kept || kept.content !== mark) return problem(422, reused, { code: 'idempotency' })
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'idempotent-replayed': 'true',
  }
  return { status: kept.status, headers, body: kept.body }
}

/** The table's keys are identifiers. */
function toIdentifier(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
