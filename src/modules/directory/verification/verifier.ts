/** Four eyes: whoever belongs to a company, even while acting for the association, does not verify it. */
import { isMember } from '#modules/identity/index.ts'
import type { Context } from '#platform/web.ts'

export async function isIndependent(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  startupId: string,
): Promise<boolean> {
  return !(await isMember(db, actor.id, startupId))
}
