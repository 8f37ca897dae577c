/** Amendments (« avenants ») of an agreement: what each changes, and whether both have signed it. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'

export type AmendmentStatus = 'proposed' | 'signed' | 'refused'

/** Only what changes, with what it was. */
export interface AmendmentChanges {
  readonly amount?: { readonly before: number; readonly after: number }
  readonly endsOn?: { readonly before: string | null; readonly after: string }
  readonly clauses: readonly {
    readonly key: string
    readonly title: string
    readonly before: string
    readonly body: string
  }[]
}

export type Amendment = Omit<
  Selectable<Tables['collaboration.amendment']>,
  'status' | 'changes'
> & {
  readonly status: AmendmentStatus
  readonly changes: AmendmentChanges
}

export async function listAmendments(db: Db, agreementId: string): Promise<Amendment[]> {
  const rows = await db
    .selectFrom('collaboration.amendment')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('number')
    .execute()
  return rows as unknown as Amendment[]
}

export async function getAmendment(
  db: Db,
  agreementId: string,
  amendmentId: string,
): Promise<Amendment> {
  const row = await db
    .selectFrom('collaboration.amendment')
    .selectAll()
    .where('id', '=', amendmentId)
    .where('agreementId', '=', agreementId)
    .executeTakeFirst()
  return orNotFound(row as unknown as Amendment | undefined)
}
