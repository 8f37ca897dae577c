/** What agreements wait for from one of their sides: clauses to answer, texts and amendments to sign. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Side } from './agreement.policy.ts'

export interface WaitingAgreement {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly status: 'negotiating' | 'agreed' | 'signing'
  /** Clauses that this side has not agreed to yet. */
  readonly clauses: number
}

export async function listWaitingAgreements(
  db: Db,
  organisationId: string,
  side: Side,
): Promise<WaitingAgreement[]> {
  const ownColumn = side === 'commune' ? 'agreement.communeId' : 'agreement.startupId'
  const agreedColumn = side === 'commune' ? 'clause.communeAgreedAt' : 'clause.startupAgreedAt'
  const rows = await db
    .selectFrom('collaboration.agreement as agreement')
    .select(['agreement.id', 'agreement.reference', 'agreement.title', 'agreement.status'])
    .select((is) =>
      is
        .selectFrom('collaboration.agreementClause as clause')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('clause.agreementId', '=', 'agreement.id')
        .where(agreedColumn, 'is', null)
        .as('clauses'),
    )
    .where(ownColumn, '=', organisationId)
    .where('agreement.status', 'in', ['negotiating', 'agreed', 'signing'])
    .where((is) => is.not(isSigned(is.ref('agreement.id'), 'agreement', organisationId)))
    .orderBy('agreement.updatedAt', 'desc')
    .limit(50)
    .execute()
  return rows as WaitingAgreement[]
}

export interface WaitingAmendment {
  readonly id: string
  readonly agreementId: string
  readonly number: number
  readonly title: string
}

export function listWaitingAmendments(
  db: Db,
  organisationId: string,
  side: Side,
): Promise<WaitingAmendment[]> {
  const ownColumn = side === 'commune' ? 'agreement.communeId' : 'agreement.startupId'
  return db
    .selectFrom('collaboration.amendment as amendment')
    .innerJoin('collaboration.agreement as agreement', 'agreement.id', 'amendment.agreementId')
    .select(['amendment.id', 'amendment.agreementId', 'amendment.number', 'agreement.title'])
    .where(ownColumn, '=', organisationId)
    .where('amendment.status', '=', 'proposed')
    .where('agreement.status', '=', 'active')
    .where((is) => is.not(isSigned(is.ref('amendment.id'), 'amendment', organisationId)))
    .orderBy('amendment.createdAt')
    .limit(50)
    .execute()
}

function isSigned(
  subjectId: Parameters<typeof sql>[1],
  kind: 'agreement' | 'amendment',
  organisationId: string,
) {
  return sql<boolean>`exists (select from collaboration.signature signature
    where signature.subject_kind = ${kind} and signature.subject_id = ${subjectId}
      and signature.organisation_id = ${organisationId})`
}
