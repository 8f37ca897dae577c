/** Adhesions: an organisation's own, and the public register. */

import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Adhesion } from './adhesion.schema.ts'

/** The newest adhesion that stands there. */
export async function findAdhesion(
  db: Db,
  organisationId: string,
  status: 'prepared' | 'signed',
): Promise<Adhesion | undefined> {
  const row = await db
    .selectFrom('collaboration.adhesion')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('status', '=', status)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as Adhesion | undefined
}

export async function listAdherentIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('collaboration.adhesion')
    .select('organisationId')
    .distinct()
    .where('status', '=', 'signed')
    .execute()
  return rows.map(({ organisationId }) => organisationId)
}

export interface RegisterLine {
  readonly id: string
  readonly reference: string
  readonly organisationId: string
  readonly organisationKind: 'commune' | 'startup'
  readonly signedAt: Date
  readonly number: number | null
}

export interface RegisterCursor {
  readonly signedAt: string
  readonly id: string
}

/** One page of the register, newest first; one row more than `size` tells that there are others. */
export async function listAdherents(
  db: Db,
  kind: 'commune' | 'startup' | null,
  cursor: RegisterCursor | null,
  size: number,
): Promise<RegisterLine[]> {
  let query = db
    .selectFrom('collaboration.adhesion as adhesion')
    .innerJoin(
      'collaboration.frameworkVersion as framework',
      'framework.id',
      'adhesion.frameworkVersionId',
    )
    .select(['adhesion.id', 'adhesion.reference', 'adhesion.organisationId'])
    .select(['adhesion.organisationKind', 'adhesion.signedAt', 'framework.number'])
    .where('adhesion.status', '=', 'signed')
  if (kind) query = query.where('adhesion.organisationKind', '=', kind)
  if (cursor)
    query = query.where(
      sql<boolean>`(adhesion.signed_at, adhesion.id) < (${cursor.signedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('adhesion.signedAt', 'desc')
    .orderBy('adhesion.id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as RegisterLine[]
}

export async function countAdherents(
  db: Db,
): Promise<{ readonly communes: number; readonly startups: number }> {
  const rows = await db
    .selectFrom('collaboration.adhesion')
    .select([
      'organisationKind',
      (of) => of.fn.count<number>('organisationId').distinct().as('count'),
    ])
    .where('status', '=', 'signed')
    .groupBy('organisationKind')
    .execute()
  const of = (kind: string) =>
    Number(rows.find(({ organisationKind }) => organisationKind === kind)?.count ?? 0)
  return { communes: of('commune'), startups: of('startup') }
}
