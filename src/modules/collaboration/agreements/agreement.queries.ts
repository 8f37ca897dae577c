/** Reading agreements: one whole, those of an organisation, the wordings of a clause. */

import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type {
  Agreement,
  AgreementClause,
  AgreementSource,
  ClauseWording,
  FullAgreement,
} from './agreement.schema.ts'
import type { PartyNames } from './agreement-text.rules.ts'

export async function getAgreement(db: Db, agreementId: string): Promise<Agreement> {
  const row = await db
    .selectFrom('collaboration.agreement')
    .selectAll()
    .where('id', '=', agreementId)
    .executeTakeFirst()
  return orNotFound(row as Agreement | undefined)
}

/** Whoever changes the text, or signs it, holds the agreement to the end of their transaction: nobody does so beside them. */
export async function lockAgreement(db: Db, agreementId: string): Promise<Agreement> {
  const row = await db
    .selectFrom('collaboration.agreement')
    .selectAll()
    .where('id', '=', agreementId)
    .forUpdate()
    .executeTakeFirst()
  return orNotFound(row as Agreement | undefined)
}

export async function getFullAgreement(db: Db, agreementId: string): Promise<FullAgreement> {
  const agreement = await getAgreement(db, agreementId)
  const clauses = await db
    .selectFrom('collaboration.agreementClause')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('position')
    .execute()
  return { agreement, clauses: clauses as AgreementClause[] }
}

export async function getClause(
  db: Db,
  agreementId: string,
  clauseId: string,
): Promise<AgreementClause> {
  const row = await db
    .selectFrom('collaboration.agreementClause')
    .selectAll()
    .where('id', '=', clauseId)
    .where('agreementId', '=', agreementId)
    .executeTakeFirst()
  return orNotFound(row as AgreementClause | undefined)
}

/** Every wording ever proposed, the oldest first. */
export async function listWordings(db: Db, clauseId: string): Promise<ClauseWording[]> {
  return db
    .selectFrom('collaboration.clauseWording')
    .selectAll()
    .where('clauseId', '=', clauseId)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute()
}

/** The agreements of a commune or of a startup, the ones last touched first. */
export async function listAgreements(db: Db, organisationId: string): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('collaboration.agreement')
    .selectAll()
    .where((is) =>
      is.or([is('communeId', '=', organisationId), is('startupId', '=', organisationId)]),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as Agreement[]
}

/** The one already drafted from this call, pilot or contact, for this commune and this startup. */
export async function findAgreementOf(
  db: Db,
  of: {
    readonly source: AgreementSource
    readonly sourceId: string
    readonly communeId: string
    readonly startupId: string
  },
): Promise<Agreement | undefined> {
  const row = await db
    .selectFrom('collaboration.agreement')
    .selectAll()
    .where('source', '=', of.source)
    .where('sourceId', '=', of.sourceId)
    .where('communeId', '=', of.communeId)
    .where('startupId', '=', of.startupId)
    .where('status', '<>', 'abandoned')
    .executeTakeFirst()
  return row as Agreement | undefined
}

export async function getPartyNames(
  db: Db,
  { communeId, startupId }: Pick<Agreement, 'communeId' | 'startupId'>,
): Promise<PartyNames> {
  const names = await listOrganisationNames(db, [communeId, startupId])
  return { commune: names.get(communeId) ?? '', startup: names.get(startupId) ?? '' }
}
