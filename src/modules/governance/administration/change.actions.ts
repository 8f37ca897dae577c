/** What happens to a change: proposed, returned, written again, approved by a second person, in force on its day. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { type Moving, moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { ReferenceList } from '#platform/reference-list.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { changeLifecycle } from './change.lifecycle.ts'
import { tellAuthor, tellReviewers } from './change.messages.ts'
import { findOpenChange, getChange } from './change.queries.ts'
import { chooseDay, findChangeFaults } from './change.rules.ts'
import type { Proposal, ReferenceChange } from './change.schema.ts'
import { findEntry, listEntries } from './dated-entries.ts'
import { getList } from './reference-lists.ts'
import { recordVersion } from './version.actions.ts'

export const alreadyChanging =
  'Un changement de cette entrée attend déjà : attendez son issue, ou retirez-le.'

/** What is wrong with it, beside what its fields say; nothing when it may be proposed. */
export async function checkProposal(
  context: Pick<Context, 'db' | 'now'>,
  list: ReferenceList,
  { kind, key, content, terms }: Proposal,
  ownChangeId?: string,
): Promise<Record<string, string>> {
  const today = toDay(context.now)
  const entry = await findEntry(context, list, key, today)
  const open = await findOpenChange(context.db, list.code, key)
  if (open && open.id !== ownChangeId) return { form: alreadyChanging }
  return findChangeFaults(list, { kind, content, ...terms }, entry, today)
}

export async function proposeChange(
  context: Context,
  { code: listCode }: ReferenceList,
  { kind, key: entryKey, label: entryLabel, content, terms }: Proposal,
): Promise<ReferenceChange> {
  const { db, actor, now } = context
  const row = await db
    .insertInto('governance.referenceChange')
    .values({
      id: createId(now.getTime()),
      reference: await createReference(db, 'REF', Number(toDay(now).slice(0, 4))),
      associationId: getOrganisationId(actor),
      ...{ listCode, entryKey, kind, entryLabel, ...terms },
      content: content && JSON.stringify(content),
      status: 'proposed',
      ...{ proposedBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Conflict(alreadyChanging)
  const change = row as ReferenceChange
  await recordCreation(context, changeLifecycle, change)
  await tellReviewers(context, change)
  return change
}

/** What came back is written again, by whoever takes it up: they become its author. */
export async function resubmitChange(
  context: Context,
  { id }: ReferenceChange,
  { content, label: entryLabel, terms }: Proposal,
): Promise<ReferenceChange> {
  const moved = await moveThrough(context, changeLifecycle, id, 'resubmit', {
    set: {
      ...{ ...terms, entryLabel, statusReason: null, reviewedBy: null },
      proposedBy: getPersonId(context.actor),
      ...(content && { content: JSON.stringify(content) as never }),
    },
  })
  await tellReviewers(context, moved)
  return moved
}

/** In force at once when its day has come, else on its day. */
export async function approveChange(
  context: Context,
  { id, takesEffectOn }: ReferenceChange,
): Promise<ReferenceChange> {
  const today = toDay(context.now)
  const approved = await moveThrough(context, changeLifecycle, id, 'approve', {
    set: {
      reviewedBy: getPersonId(context.actor),
      takesEffectOn: chooseDay(takesEffectOn, today),
    },
  })
  const [applied] =
    takesEffectOn > today
      ? []
      : await applyChanges(aMomentAfter(context), getList(approved.listCode), [id])
  const change = applied ?? approved
  await tellAuthor(context, change)
  return change
}

/** So that its line of the history follows that of the approval. */
const aMomentAfter = (context: Context): Moving => ({
  ...context,
  now: new Date(context.now.getTime() + 1),
})

export async function closeChange(
  context: Context,
  { id }: ReferenceChange,
  step: 'return' | 'withdraw',
  reason: string,
): Promise<ReferenceChange> {
  const moved = await moveThrough(context, changeLifecycle, id, step, {
    ...{ reason, facts: { reasonIsGiven: reason !== '' } },
    set: { statusReason: reason },
  })
  await tellAuthor(context, moved)
  return moved
}

/** The module that holds the list writes their versions; what the entries were is kept; all in one transaction. */
export async function applyChanges(
  context: Moving,
  list: ReferenceList,
  changeIds: readonly string[],
): Promise<ReferenceChange[]> {
  const { db, now } = context
  const today = toDay(now)
  const entries = await listEntries(db, list, today)
  const changes: ReferenceChange[] = []
  for (const id of changeIds) {
    const change = await beginForce(context, id, today)
    const former = entries.find(({ key }) => key === change.entryKey)
    await recordVersion(context, change, former)
    changes.push(change)
  }
  const applied = changes.map(({ entryKey: key, content, proposedBy, ...change }) => ({
    ...change,
    ...{ key, byPersonId: proposedBy },
    content: content ?? entries.find((entry) => entry.key === key)?.content ?? {},
  }))
  await list.apply(db, applied, now)
  return changes
}

async function beginForce(context: Moving, id: string, today: string): Promise<ReferenceChange> {
  const { takesEffectOn } = await getChange(context.db, id)
  return moveThrough(context, changeLifecycle, id, 'apply', {
    facts: { dayHasCome: takesEffectOn <= today },
    set: { appliedAt: context.now, takesEffectOn: chooseDay(takesEffectOn, today) },
  })
}
