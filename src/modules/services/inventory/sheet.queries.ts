/** Reading what each service is, where the State serves it, and what it costs. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Fee, PlatformLine, Sheet } from './service.schema.ts'

/** Some seventy rows: read whole. */
export async function listSheets(db: Db): Promise<Sheet[]> {
  return (await selectSheets(db).orderBy('serviceCode').execute()) as unknown as Sheet[]
}

export async function getSheet(db: Db, code: string): Promise<Sheet> {
  const row = await selectSheets(db).where('serviceCode', '=', code).executeTakeFirst()
  return orNotFound(row as unknown as Sheet | undefined)
}

function selectSheets(db: Db) {
  return db.selectFrom('services.sheet').selectAll()
}

export async function listPlatforms(db: Db, code: string): Promise<PlatformLine[]> {
  const rows = await selectPlatforms(db).where('serviceCode', '=', code).execute()
  return rows as PlatformLine[]
}

/** What the State serves for this commune, on its own or for all. */
export async function listPlatformsOfCommune(db: Db, communeId: string): Promise<PlatformLine[]> {
  const rows = await selectPlatforms(db)
    .where((line) => line.or([line('communeId', '=', communeId), line('communeId', 'is', null)]))
    .execute()
  return rows as PlatformLine[]
}

function selectPlatforms(db: Db) {
  return db.selectFrom('services.statePlatform').selectAll().orderBy('platform').orderBy('id')
}

export function listFees(
  db: Db,
  by: { readonly serviceCode?: string; readonly communeId?: string },
): Promise<Fee[]> {
  let fees = db.selectFrom('services.fee').selectAll()
  if (by.serviceCode !== undefined) fees = fees.where('serviceCode', '=', by.serviceCode)
  if (by.communeId !== undefined) fees = fees.where('communeId', '=', by.communeId)
  return fees.orderBy('label').orderBy('validFrom', 'desc').orderBy('id').execute()
}

export async function getFee(db: Db, feeId: string): Promise<Fee> {
  const fee = await db
    .selectFrom('services.fee')
    .selectAll()
    .where('id', '=', feeId)
    .executeTakeFirst()
  return orNotFound(fee)
}
