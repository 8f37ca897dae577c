/** Reading communes: one, all of them, and what is known of their means. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'

export type Commune = Omit<Selectable<Tables['directory.commune']>, 'search'>
export type CommuneProfile = Selectable<Tables['directory.communeProfile']>

export async function getCommune(db: Db, communeId: string): Promise<Commune> {
  return orNotFound(await selectCommunes(db).where('id', '=', communeId).executeTakeFirst())
}

export async function getCommuneBySlug(db: Db, slug: string): Promise<Commune> {
  return orNotFound(await selectCommunes(db).where('slug', '=', slug).executeTakeFirst())
}

/** By its short name, or its code at INStaD. */
export function findCommuneByKey(db: Db, key: string): Promise<Commune | undefined> {
  return selectCommunes(db)
    .where((is) => is.or([is('slug', '=', key.toLowerCase()), is('code', '=', key.toUpperCase())]))
    .executeTakeFirst()
}

function selectCommunes(db: Db) {
  return db.selectFrom('directory.commune').selectAll()
}

/** Names by identifier, in one query. */
export async function listCommuneNames(
  db: Db,
  communeIds: readonly string[],
): Promise<Map<string, string>> {
  if (communeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('directory.commune')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(communeIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Codes at INStaD by identifier, in one query. */
export async function listCommuneCodes(
  db: Db,
  communeIds: readonly string[],
): Promise<Map<string, string>> {
  if (communeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('directory.commune')
    .select(['id', 'code'])
    .where('id', 'in', [...communeIds])
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

export interface CommuneLine {
  readonly id: string
  readonly code: string
  readonly slug: string
  readonly name: string
  readonly aliases: string[]
  readonly departmentCode: string
  readonly departmentName: string
  readonly category: string
  readonly population: number
  readonly populationYear: number
  readonly latitude: number
  readonly longitude: number
  readonly isDepartmentSeat: boolean
  readonly confirmedUses: number
}

/** The 77 communes by name, with the number of solutions whose use they confirmed. */
export async function listCommunes(db: Db): Promise<CommuneLine[]> {
  return db
    .selectFrom('directory.commune as commune')
    .innerJoin('directory.department as department', 'department.code', 'commune.departmentCode')
    .leftJoin('directory.deployment as deployment', (join) =>
      join
        .onRef('deployment.communeId', '=', 'commune.id')
        .on('deployment.status', '=', 'confirmed'),
    )
    .select([
      'commune.id',
      'commune.code',
      'commune.slug',
      'commune.name',
      'commune.aliases',
      'commune.departmentCode',
    ])
    .select(['department.name as departmentName', 'commune.category'])
    .select(['commune.population', 'commune.populationYear'])
    .select(['commune.latitude', 'commune.longitude', 'commune.isDepartmentSeat'])
    .select(sql<number>`count(deployment.id)::int`.as('confirmedUses'))
    .groupBy(['commune.id', 'department.name'])
    .orderBy(sql`commune.search`)
    .execute()
}

export type CommunePlace = Pick<
  CommuneLine,
  | 'id'
  | 'slug'
  | 'name'
  | 'departmentCode'
  | 'departmentName'
  | 'population'
  | 'latitude'
  | 'longitude'
  | 'isDepartmentSeat'
>

/** Where each commune is, for the pages that lay the whole country out; in no order. */
export function listCommunePlaces(db: Db, departmentCode = ''): Promise<CommunePlace[]> {
  const query = db
    .selectFrom('directory.commune as commune')
    .innerJoin('directory.department as department', 'department.code', 'commune.departmentCode')
    .select(['commune.id', 'commune.slug', 'commune.name', 'commune.departmentCode'])
    .select(['department.name as departmentName', 'commune.population'])
    .select(['commune.latitude', 'commune.longitude', 'commune.isDepartmentSeat'])
  return departmentCode === ''
    ? query.execute()
    : query.where('commune.departmentCode', '=', departmentCode).execute()
}

/** Every commune as a form offers it, by name. */
export async function listCommuneOptions(
  db: Db,
): Promise<{ readonly value: string; readonly label: string }[]> {
  const rows = await db.selectFrom('directory.commune').select(['id', 'name']).execute()
  return rows
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
}

/** What names each commune in the files of others. */
export function listKnown(db: Db) {
  return db
    .selectFrom('directory.commune')
    .select(['id', 'code', 'name', 'aliases', 'populationYear'])
    .orderBy('code')
    .execute()
}

export function findProfile(db: Db, communeId: string): Promise<CommuneProfile | undefined> {
  return db
    .selectFrom('directory.communeProfile')
    .selectAll()
    .where('communeId', '=', communeId)
    .executeTakeFirst()
}

export interface CommuneFacts
  extends Pick<
    Commune,
    'id' | 'category' | 'population' | 'departmentCode' | 'latitude' | 'longitude'
  > {
  readonly profile: CommuneProfile | undefined
}

/** What the matching knows of a commune. */
export async function getCommuneFacts(db: Db, communeId: string): Promise<CommuneFacts> {
  const { id, category, population, departmentCode, latitude, longitude } = await getCommune(
    db,
    communeId,
  )
  return {
    id,
    category,
    population,
    departmentCode,
    latitude,
    longitude,
    profile: await findProfile(db, communeId),
  }
}

export function listDepartments(db: Db) {
  return db
    .selectFrom('directory.department')
    .select(['code', 'name', 'slug', 'seat'])
    .orderBy('name')
    .execute()
}

export function listArrondissements(db: Db, communeId: string) {
  return db
    .selectFrom('directory.arrondissement')
    .select(['code', 'name', 'population'])
    .where('communeId', '=', communeId)
    .orderBy('name')
    .execute()
}

/** The facts of several communes, in two queries. */
export async function listCommuneFacts(
  db: Db,
  communeIds: readonly string[],
): Promise<Map<string, CommuneFacts>> {
  if (communeIds.length === 0) return new Map()
  const ids = [...new Set(communeIds)]
  const communes = await selectCommunes(db).where('id', 'in', ids).execute()
  const profiles = await db
    .selectFrom('directory.communeProfile')
    .selectAll()
    .where('communeId', 'in', ids)
    .execute()
  const profileOf = new Map(profiles.map((profile) => [profile.communeId, profile]))
  return new Map(
    communes.map((commune) => [commune.id, { ...commune, profile: profileOf.get(commune.id) }]),
  )
}

/** Every commune as the matching compares them, without what they said of their means. */
export async function listMatchingCommunes(db: Db): Promise<CommuneFacts[]> {
  const rows = await db
    .selectFrom('directory.commune')
    .select(['id', 'category', 'population', 'departmentCode', 'latitude', 'longitude'])
    .execute()
  return rows.map((row) => ({ ...row, profile: undefined }))
}
