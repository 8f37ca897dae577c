/** The situations of a budget's lines: what was committed and paid since January, typed or read from the commune's accounts. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { createId } from '#platform/id.ts'
import type { ImportOutcome } from '#platform/tables/import-draft.ts'
import type { Context } from '#platform/web.ts'
import type { Budget } from './budget.schema.ts'
import { listSituations } from './execution.queries.ts'
import { refreshFigures } from './refresh-figures.ts'

export interface NewSituation {
  readonly lineKey: string
  readonly asOf: string
  readonly committed: number
  readonly paid: number
  readonly note: string
}

/** What is recorded already for the same day, as it is, is not written again. */
export async function writeSituations(
  { db, actor, now }: Context,
  budget: Budget,
  situations: readonly NewSituation[],
  importId: string | null,
): Promise<ImportOutcome> {
  const days = [...new Set(situations.map(({ asOf }) => asOf))]
  const known = await listSituations(db, budget.id, days)
  const fresh = situations.filter(({ lineKey, asOf, committed, paid }) => {
    const same = known.get(`${lineKey} ${asOf}`)
    return same?.committed !== committed || same.paid !== paid
  })
  const of = { budgetId: budget.id, communeId: budget.communeId, importId }
  const by = { recordedBy: getPersonId(actor), recordedAt: now }
  const rows = fresh.map((situation) => ({ ...situation, ...of, ...by, id: createId() }))
  if (rows.length > 0) await db.insertInto('planning.budgetEntry').values(rows).execute()
  return { written: fresh.length, unchanged: situations.length - fresh.length }
}

/** The figures follow, and the commune's journal says so. */
export async function closeRecording(
  { db, actor, now }: Context,
  { id, communeId }: Budget,
  { written }: ImportOutcome,
  action: 'budget.record' | 'budget.import',
): Promise<void> {
  if (written === 0) return
  await refreshFigures(db, id, now)
  const subject = { subjectKind: 'budget', subjectId: id, action }
  await recordAudit(
    db,
    { actor, organisationId: communeId, ...subject, details: { situations: written } },
    now,
  )
}
