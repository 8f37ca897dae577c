/** What the prompt offers. The read-only connection refuses every change; `write` leaves a line in the journal for each. */
import { userInfo } from 'node:os'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import type { Platform } from '#platform/web.ts'

interface Parts {
  /** Of a connection that may only read. */
  readonly reading: Db
  readonly platform: Pick<Platform, 'db'>
  /** Why the operator will write; null when they will not. */
  readonly reason: string | null
}

export function createConsole({ reading, platform, reason }: Parts) {
  const ask = async (text: TemplateStringsArray, ...values: unknown[]) => {
    const { rows } = await sql(text, ...values).execute(reading)
    process.stdout.write(`${inspect(rows, { depth: 4, maxArrayLength: null })}\n`)
    return rows.length
  }
  const read = { db: reading, sql, ask }
  if (reason === null) return read
  return { ...read, write: createWrite(platform.db, reason) }
}

/** Journalled in the transaction of the change: neither is there without the other. */
function createWrite(pool: Db, reason: string) {
  return <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    writeAs(pool, system, async (db) => {
      const result = await work(db)
      const now = new Date()
      const details = { reason, account: userInfo().username }
      const subject = { subjectKind: 'console', subjectId: createId(now.getTime()), details }
      await recordAudit(
        db,
        { actor: system, organisationId: null, action: 'console.write', ...subject },
        now,
      )
      return result
    })
}
