/** The headings and the sources under which digital money is written, those in use in a year first. */
import type { Db } from '#platform/database.ts'
import type { Account, FundingSource } from './budget.schema.ts'

export async function listAccounts(db: Db): Promise<Account[]> {
  const rows = await db
    .selectFrom('planning.account')
    .selectAll()
    .orderBy('position')
    .orderBy('label')
    .execute()
  return rows as Account[]
}

export function listFundingSources(db: Db): Promise<FundingSource[]> {
  return db.selectFrom('planning.fundingSource').selectAll().orderBy('position').execute()
}
