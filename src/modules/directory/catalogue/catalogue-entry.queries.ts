/** Entries of the public catalogue by identifier, by address, and those that may answer a need. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'

export type CatalogueEntry = Omit<
  Selectable<Tables['directory.catalogueEntry']>,
  'document' | 'cost'
>

const columns = [
  'solutionId',
  'startupId',
  'slug',
  'name',
  'summary',
  'startupName',
  'startupSlug',
  'startupCommuneId',
  'hasLabel',
  'labelExpiresOn',
  'domains',
  'services',
  'languages',
  'categories',
  'maturity',
  'minConnectivity',
  'worksOffline',
  'minWorkstations',
  'minItStaff',
  'hosting',
  'licence',
  'handlesPersonalData',
  'apdpStatus',
  'populationMin',
  'populationMax',
  'priceSetup',
  'priceYearly',
  'pricePerInhabitant',
  'pricePerUser',
  'confirmedUses',
  'confirmedCommunes',
  'claimedUses',
  'ratingCount',
  'ratingAverage',
  'publishedAt',
] as const

export function selectEntries(db: Db) {
  return db.selectFrom('directory.catalogueEntry').select(columns)
}

export function findCatalogueEntryBySlug(
  db: Db,
  slug: string,
): Promise<CatalogueEntry | undefined> {
  return selectEntries(db).where('slug', '=', slug).executeTakeFirst()
}

/** The whole public catalogue by name, for a list to choose from. */
export function listAllEntries(db: Db): Promise<CatalogueEntry[]> {
  return selectEntries(db).orderBy('name').orderBy('solutionId').limit(1000).execute()
}

export function listLatestEntries(db: Db, size: number): Promise<CatalogueEntry[]> {
  return selectEntries(db)
    .orderBy('publishedAt', 'desc')
    .orderBy('solutionId', 'desc')
    .limit(size)
    .execute()
}

export async function countEntries(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('directory.catalogueEntry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function listCatalogueEntries(
  db: Db,
  solutionIds: readonly string[],
): Promise<CatalogueEntry[]> {
  if (solutionIds.length === 0) return []
  return selectEntries(db)
    .where('solutionId', 'in', [...solutionIds])
    .orderBy('name')
    .orderBy('solutionId')
    .execute()
}

export function listEntriesOfStartup(db: Db, startupId: string): Promise<CatalogueEntry[]> {
  return selectEntries(db)
    .where('startupId', '=', startupId)
    .orderBy('name')
    .orderBy('solutionId')
    .execute()
}

interface Scope {
  readonly domains: readonly string[]
  readonly services: readonly string[]
}

/** What the matching reads of an entry, and nothing that it does not: thousands are carried for one ranking. */
const matchedColumns = [
  'solutionId',
  'name',
  'hasLabel',
  'labelExpiresOn',
  'domains',
  'services',
  'languages',
  'categories',
  'maturity',
  'minConnectivity',
  'worksOffline',
  'minWorkstations',
  'minItStaff',
  'hosting',
  'handlesPersonalData',
  'apdpStatus',
  'populationMin',
  'populationMax',
  'priceSetup',
  'priceYearly',
  'pricePerInhabitant',
  'pricePerUser',
  'confirmedUses',
  'confirmedCommunes',
  'ratingCount',
  'ratingAverage',
] as const

export type CandidateSolution = Pick<CatalogueEntry, (typeof matchedColumns)[number]>

/** The solutions that share a domain or a service: what the matching ranks. */
export function listCandidateSolutions(db: Db, scope: Scope): Promise<CandidateSolution[]> {
  return selectCandidates(db, scope).execute()
}

/** The statement itself, for whoever measures it. */
export function selectCandidates(db: Db, { domains, services }: Scope) {
  return db
    .selectFrom('directory.catalogueEntry')
    .select(matchedColumns)
    .where((row) =>
      row.or([
        sql<boolean>`domains && ${[...domains]}::text[]`,
        sql<boolean>`services && ${[...services]}::text[]`,
      ]),
    )
}
