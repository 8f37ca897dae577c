/** The association changes a heading: what it was is kept, with the reason. */
import { recordAudit } from '#platform/audit.ts'
import { createId } from '#platform/id.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import type { Context } from '#platform/web.ts'
import { listAccounts } from './account.queries.ts'
import type { AccountInput } from './account.schema.ts'
import type { Account } from './budget.schema.ts'

/** False when a heading has that name. */
export async function addAccount(context: Context, input: AccountInput): Promise<boolean> {
  const { db, now } = context
  const known = await listAccounts(db)
  const key = foldWords(input.label).replaceAll(' ', '-').slice(0, 40)
  if (known.some((account) => account.key === key)) return false
  const id = createId(now.getTime())
  await db
    .insertInto('planning.account')
    .values({ id, key, position: known.length + 1, ...toRow(input), updatedAt: now })
    .execute()
  await recordChange(context, id, input)
  return true
}

export async function saveAccount(
  context: Context,
  { id }: Account,
  input: AccountInput,
): Promise<void> {
  const { db, now } = context
  await db
    .updateTable('planning.account')
    .set({ ...toRow(input), updatedAt: now })
    .where('id', '=', id)
    .execute()
  await recordChange(context, id, input)
}

function toRow({ reason: _, code, ...input }: AccountInput) {
  return { ...input, code: code || null }
}

async function recordChange(
  { db, actor, now }: Context,
  accountId: string,
  { label, code, validFrom, validTo, isConfirmed, source, reason }: AccountInput,
): Promise<void> {
  const change = { label, code: code || null, validFrom, validTo, isConfirmed, source, reason }
  await db
    .insertInto('planning.accountChange')
    .values({ id: createId(now.getTime()), accountId, ...change, setBy: actor.id, setAt: now })
    .execute()
  const subject = { subjectKind: 'account', subjectId: accountId, action: 'account.set' }
  const organisationId = actor.organisation?.id ?? null
  await recordAudit(db, { actor, organisationId, ...subject, details: change }, now)
}
