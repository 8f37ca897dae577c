/** Writes what the operator's files say of communes: each commune that changes gets a line in its journal. */
import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, writeAs } from '#platform/database.ts'
import type { Values } from '../../changes.rules.ts'
import { findProfile, listKnown } from '../commune.queries.ts'
import { type CommuneChange, type Refused, readCommuneFile } from './commune-file.rules.ts'

/** All of the file or nothing; how many communes it changed. */
export function importCommunes(
  pool: Db,
  text: string,
  now: Date,
): Promise<Refused | { ok: true; changed: number }> {
  return writeAs(pool, system, async (db) => {
    const communes = await listKnown(db)
    const reading = readCommuneFile(text, communes, now.getUTCFullYear())
    if (!reading.ok) return reading
    let changed = 0
    for (const change of reading.found) changed += (await applyChange(db, change, now)) ? 1 : 0
    return { ok: true, changed }
  })
}

async function applyChange(db: Db, change: CommuneChange, now: Date): Promise<boolean> {
  const { communeId } = change
  const counted = await savePopulation(db, change, now)
  const described = await saveAnswers(db, change, now)
  const fields = [...counted, ...described]
  if (fields.length === 0) return false
  const subject = { subjectKind: 'commune', subjectId: communeId, action: 'commune.import' }
  const details = { fields: fields.join(', ') }
  await recordAudit(db, { actor: system, organisationId: communeId, ...subject, details }, now)
  return true
}

async function savePopulation(
  db: Db,
  { communeId, population }: CommuneChange,
  now: Date,
): Promise<string[]> {
  const stored = await db
    .selectFrom('directory.commune')
    .select(['population', 'households', 'populationYear'])
    .where('id', '=', communeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const changed = listDifferent(population, stored)
  if (changed.length === 0) return []
  await db
    .updateTable('directory.commune')
    .set({ ...population, populationImportedAt: now })
    .where('id', '=', communeId)
    .execute()
  return changed
}

/** The version goes up: somebody who was filling in the form is shown what changed meanwhile. */
async function saveAnswers(
  db: Db,
  { communeId, profile }: CommuneChange,
  now: Date,
): Promise<string[]> {
  const stored = await findProfile(db, communeId)
  const changed = listDifferent(profile, stored ?? {})
  if (changed.length === 0) return []
  const row = { ...profile, version: (stored?.version ?? 0) + 1, updatedAt: now, updatedBy: null }
  await db
    .insertInto('directory.communeProfile')
    .values({ communeId, ...row })
    .onConflict((conflict) => conflict.column('communeId').doUpdateSet(row))
    .execute()
  return changed
}

function listDifferent(given: Values, stored: Values): string[] {
  return Object.keys(given).filter(
    (field) => JSON.stringify(given[field]) !== JSON.stringify(stored[field]),
  )
}
