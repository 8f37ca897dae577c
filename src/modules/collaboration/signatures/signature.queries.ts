/** The signatures of an object, in the order they were given. Row-level security shows them to the parties. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'

export type SubjectKind = 'adhesion' | 'agreement' | 'amendment' | 'acceptance'

export type Signature = Omit<
  Selectable<Tables['collaboration.signature']>,
  'subjectKind' | 'means'
> & {
  readonly subjectKind: SubjectKind
  readonly means: 'code' | 'passkey' | 'paper'
}

/** The file of a signature given by hand. */
export async function findScanId(
  db: Db,
  subjectId: string,
  signatureId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('collaboration.signature')
    .select('evidence')
    .where('id', '=', signatureId)
    .where('subjectId', '=', subjectId)
    .where('means', '=', 'paper')
    .executeTakeFirst()
  return (row?.evidence as { fileId?: string } | undefined)?.fileId
}

export async function listSignatures(
  db: Db,
  subjectKind: SubjectKind,
  subjectId: string,
): Promise<Signature[]> {
  const rows = await db
    .selectFrom('collaboration.signature')
    .selectAll()
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .orderBy('signedAt')
    .execute()
  return rows as Signature[]
}
