/** Adding a provider, and changing one: its links keep it by its code. */
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit.ts'
import { Forbidden } from '#platform/errors.ts'
import { associationStaff } from '#platform/policy.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import type { Acting } from './keep.ts'

interface Named {
  readonly name: string
  readonly source: string
}

/** False when the name is taken. */
export async function addProvider(context: Acting, { name, source }: Named): Promise<boolean> {
  const { db, actor, now } = context
  if (!associationStaff(actor, null)) throw new Forbidden()
  const code = foldWords(name)
    .trim()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (code === '' || (await isNameTaken(context, name, null))) return false
  const saved = await db
    .insertInto('planning.provider')
    .values({ code, name, source, setBy: actor.id, setAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst()
  if (!saved) return false
  await audit(context, code, 'add')
  return true
}

/** False when another has the name. */
export async function saveProvider(
  context: Acting,
  code: string,
  { name, source, isRetired }: Named & { readonly isRetired: boolean },
): Promise<boolean> {
  const { db, actor, now } = context
  if (!associationStaff(actor, null)) throw new Forbidden()
  if (await isNameTaken(context, name, code)) return false
  await db
    .updateTable('planning.provider')
    .set({ name, source, isRetired, setBy: actor.id, setAt: now })
    .where('code', '=', code)
    .execute()
  await audit(context, code, isRetired ? 'retire' : 'edit')
  return true
}

async function isNameTaken({ db }: Acting, name: string, exceptCode: string | null) {
  let query = db
    .selectFrom('planning.provider')
    .select('code')
    .where(sql`platform.fold(name)`, '=', sql`platform.fold(${name})`)
  if (exceptCode) query = query.where('code', '<>', exceptCode)
  return (await query.executeTakeFirst()) !== undefined
}

async function audit({ db, actor, now }: Acting, code: string, action: string): Promise<void> {
  await recordAudit(
    db,
    {
      actor,
      organisationId: actor.organisation?.id ?? null,
      action: `connectionProvider.${action}`,
      subjectKind: 'connectionProvider',
      // Providers are known by their code, not by an identifier.
      subjectId: actor.organisation?.id ?? '',
      details: { code },
    },
    now,
  )
}
