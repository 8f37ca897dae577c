/** What is kept of each paper. Row-level security decides whose are found. */
import { sql } from 'kysely'
import { asSystem, type Db } from '../../database.ts'
import type { Context } from '../../web.ts'
import { readCode } from './document-code.ts'

export interface StoredDocument {
  readonly id: string
  readonly kind: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly reference: string
  /** « Lettre aux candidats non retenus » */
  readonly name: string
  readonly title: string
  readonly issuerId: string
  readonly issuerName: string
  readonly isPublic: boolean
  readonly code: string
  readonly contentSha256: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  readonly createdAt: Date
  readonly revokedAt: Date | null
  readonly revocationReason: string | null
  /** A newer paper on the same subject has taken its place. */
  readonly isReplaced: boolean
}

function selectDocuments(db: Db) {
  return db
    .selectFrom('platform.document as document')
    .select(['document.id', 'document.kind', 'document.subjectKind', 'document.subjectId'])
    .select(['document.reference', 'document.title', 'document.issuerId', 'document.issuerName'])
    .select([
      'document.name',
      'document.isPublic',
      'document.code',
      'document.contentSha256',
      'document.sha256',
    ])
    .select(['document.sizeBytes', 'document.mediaType', 'document.createdAt'])
    .select(['document.revokedAt', 'document.revocationReason'])
    .select(
      sql<boolean>`exists (select from platform.document later where later.replaces_id = document.id)`.as(
        'isReplaced',
      ),
    )
}

export function findDocument(db: Db, documentId: string): Promise<StoredDocument | undefined> {
  return selectDocuments(db).where('document.id', '=', documentId).executeTakeFirst()
}

/** The newest paper of this kind on this subject, withdrawn or not. */
export function findLatestDocument(
  db: Db,
  kind: string,
  subjectId: string,
): Promise<StoredDocument | undefined> {
  return selectDocuments(db)
    .where('document.kind', '=', kind)
    .where('document.subjectId', '=', subjectId)
    .where(
      sql<boolean>`not exists (select from platform.document later where later.replaces_id = document.id)`,
    )
    .executeTakeFirst()
}

/** Whoever holds the paper holds its code: it opens the facts needed to check it, not the paper itself. */
export async function findDocumentByCode(
  context: Context,
  typed: string,
): Promise<StoredDocument | undefined> {
  const code = readCode(typed)
  if (code === null) return undefined
  return asSystem(context, (db) =>
    selectDocuments(db).where('document.code', '=', code).executeTakeFirst(),
  )
}

/** The newest paper of the same line, when it is another one. */
export async function findSuccessor(
  context: Context,
  { id, kind, subjectId, isReplaced }: StoredDocument,
): Promise<StoredDocument | undefined> {
  if (!isReplaced) return undefined
  const latest = await asSystem(context, (db) => findLatestDocument(db, kind, subjectId))
  return latest?.id === id ? undefined : latest
}

export type DocumentState = 'valid' | 'replaced' | 'revoked'

export function stateOf({
  revokedAt,
  isReplaced,
}: Pick<StoredDocument, 'revokedAt' | 'isReplaced'>): DocumentState {
  if (revokedAt !== null) return 'revoked'
  return isReplaced ? 'replaced' : 'valid'
}
