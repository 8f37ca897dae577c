/** Keys as their organisation reads them; a key that is shown at the door is looked up by its hash. */
import type { OrganisationKind } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Organisation } from '../organisations/organisation.queries.ts'
import { hashToken } from '../sessions/authenticate.ts'
import type { KeyDates } from './api-key.rules.ts'

export interface ApiKey extends KeyDates {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly string[]
  readonly createdBy: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

function selectKeys(db: Db) {
  return db
    .selectFrom('identity.apiKey as key')
    .innerJoin('identity.organisation as organisation', 'organisation.id', 'key.organisationId')
    .innerJoin('identity.person as maker', 'maker.id', 'key.createdBy')
    .select(['key.id', 'key.name', 'key.hint', 'key.scopes', 'maker.fullName as createdBy'])
    .select(['key.createdAt', 'key.expiresAt', 'key.lastUsedAt', 'key.revokedAt'])
    .select(['organisation.suspendedAt'])
}

/** The latest first; the ended ones stay, for what they did is still in the histories. */
export function listKeys(db: Db, organisationId: string): Promise<ApiKey[]> {
  return selectKeys(db)
    .where('key.organisationId', '=', organisationId)
    .orderBy('key.createdAt', 'desc')
    .orderBy('key.id')
    .limit(200)
    .execute()
}

export async function getKey(db: Db, organisationId: string, keyId: string): Promise<ApiKey> {
  const row = await selectKeys(db)
    .where('key.organisationId', '=', organisationId)
    .where('key.id', '=', keyId)
    .executeTakeFirst()
  return orNotFound(row)
}

export interface KeyAtDoor extends KeyDates {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly lastUsedAt: Date | null
  readonly organisation: Organisation
}

export async function findKeyAtDoor(db: Db, key: string): Promise<KeyAtDoor | undefined> {
  const row = await db
    .selectFrom('identity.apiKey as key')
    .innerJoin('identity.organisation as organisation', 'organisation.id', 'key.organisationId')
    .select(['key.id', 'key.name', 'key.scopes', 'key.expiresAt', 'key.revokedAt'])
    .select(['key.lastUsedAt', 'organisation.suspendedAt', 'organisation.id as organisationId'])
    .select(['organisation.kind', 'organisation.name as organisationName'])
    .where('key.keyHash', '=', hashToken(key))
    .executeTakeFirst()
  if (!row) return undefined
  const { organisationId: id, kind, organisationName: name, ...found } = row
  return { ...found, organisation: { id, kind: kind as OrganisationKind, name } }
}

/** The keys of an organisation that end between these moments, the soonest first. */
export function listEndingKeys(db: Db, organisationId: string, from: Date, until: Date) {
  return db
    .selectFrom('identity.apiKey')
    .select(['id', 'name', 'expiresAt'])
    .where('organisationId', '=', organisationId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', from)
    .where('expiresAt', '<', until)
    .orderBy('expiresAt')
    .execute()
}

/** The names of keys by identifier, in one query, for histories. */
export async function listKeyNames(
  db: Db,
  keyIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(keyIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.apiKey')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
