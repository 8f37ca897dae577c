/** Keeps the limits that the operator brings, in the place of those they replace. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { listKnown } from '../commune.queries.ts'
import { type Boundary, readBoundaryFile } from './boundary-file.rules.ts'
import type { Refused } from './commune-file.rules.ts'

interface Imported {
  readonly ok: true
  readonly changed: number
  /** The communes that have no limits yet. */
  readonly missing: readonly string[]
}

/** All of the file or nothing. `source` says whose file it is, for whoever reads the map. */
export function importBoundaries(
  pool: Db,
  text: string,
  source: string,
  now: Date,
): Promise<Refused | Imported> {
  return writeAs(pool, system, async (db) => {
    const communes = await listKnown(db)
    const reading = readBoundaryFile(text, communes)
    if (!reading.ok) return reading
    for (const boundary of reading.found) await saveBoundary(db, boundary, source, now)
    const present = await db.selectFrom('directory.communeBoundary').select('communeId').execute()
    const ids = new Set(present.map(({ communeId }) => communeId))
    const missing = communes.filter(({ id }) => !ids.has(id)).map(({ name }) => name)
    return { ok: true, changed: reading.found.length, missing }
  })
}

async function saveBoundary(
  db: Db,
  { communeId, polygons }: Boundary,
  source: string,
  now: Date,
): Promise<void> {
  const row = { polygons: sql<string>`${JSON.stringify(polygons)}::jsonb`, source, importedAt: now }
  await db
    .insertInto('directory.communeBoundary')
    .values({ communeId, ...row })
    .onConflict((conflict) => conflict.column('communeId').doUpdateSet(row))
    .execute()
  const subject = { subjectKind: 'commune', subjectId: communeId, action: 'commune.boundary' }
  await recordAudit(
    db,
    { actor: system, organisationId: communeId, ...subject, details: { source } },
    now,
  )
}
