/** The headings and the sources under which digital money is written, those in use in a year first. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
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

export async function getAccount(db: Db, accountId: string): Promise<Account> {
  const row = await db
    .selectFrom('planning.account')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirst()
  return orNotFound(row as Account | undefined)
}

export type AccountChange = Selectable<Tables['planning.accountChange']>

/** The newest first. */
export function listAccountChanges(db: Db, accountId: string): Promise<AccountChange[]> {
  return db
    .selectFrom('planning.accountChange')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export function listFundingSources(db: Db): Promise<FundingSource[]> {
  return db.selectFrom('planning.fundingSource').selectAll().orderBy('position').execute()
}
