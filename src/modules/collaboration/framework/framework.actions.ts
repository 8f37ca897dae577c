/** Writing a new version of the framework: copied from the one in force, edited, published in its place. */
import { sql } from 'kysely'
import { getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { frameworkLifecycle } from './framework.lifecycle.ts'
import { getFramework, getFrameworkInForce, listVersions } from './framework.queries.ts'
import type { Clause, FrameworkVersion } from './framework.schema.ts'

/** The draft there is, or a new one that begins as the version in force. */
export async function startDraft(context: Context): Promise<FrameworkVersion> {
  const { db, actor, now } = context
  const draft = (await listVersions(db)).find(({ status }) => status === 'draft')
  if (draft) return draft
  const { version, clauses } = await getFrameworkInForce(db)
  const created = (await db
    .insertInto('collaboration.frameworkVersion')
    .values({
      id: createId(now.getTime()),
      associationId: version.associationId,
      title: version.title,
      preamble: version.preamble,
      status: 'draft',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as FrameworkVersion
  await db
    .insertInto('collaboration.frameworkClause')
    .values(
      clauses.map((clause) => ({ ...clause, id: createId(), frameworkVersionId: created.id })),
    )
    .execute()
  await recordCreation(context, frameworkLifecycle, created)
  return created
}

type Texts = Pick<FrameworkVersion, 'title' | 'preamble' | 'summaryOfChanges'>

export async function saveTexts(
  { db, now }: Context,
  { id }: FrameworkVersion,
  texts: Texts,
  version: number,
): Promise<void> {
  const saved = await db
    .updateTable('collaboration.frameworkVersion')
    .set({ ...texts, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw new Conflict(outdated)
}

type ClauseTexts = Pick<Clause, 'title' | 'body' | 'guidance' | 'isMandatory'>

export async function saveClause(
  { db }: Context,
  clause: Clause,
  texts: ClauseTexts,
): Promise<void> {
  await db
    .updateTable('collaboration.frameworkClause')
    .set(texts)
    .where('id', '=', clause.id)
    .execute()
}

/** At the end of the text. Its key stays with it from version to version. */
export async function addClause(
  { db, now }: Context,
  version: FrameworkVersion,
  texts: ClauseTexts,
): Promise<void> {
  const id = createId(now.getTime())
  await db
    .insertInto('collaboration.frameworkClause')
    .values({
      ...texts,
      id,
      frameworkVersionId: version.id,
      key: `clause-${id.slice(-12)}`,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from collaboration.framework_clause
        where framework_version_id = ${version.id})`,
    })
    .execute()
}

export async function removeClause({ db }: Context, clause: Clause): Promise<void> {
  await db.deleteFrom('collaboration.frameworkClause').where('id', '=', clause.id).execute()
}

/** What was in force is superseded in the same transaction; what was signed under it stays as it is. */
export async function publishFramework(context: Context, draftId: string): Promise<void> {
  const { db, now } = context
  const inForce = await getFrameworkInForce(db)
  const { version, clauses } = await getFramework(db, draftId)
  await moveThrough(context, frameworkLifecycle, inForce.version.id, 'supersede')
  await moveThrough(context, frameworkLifecycle, draftId, 'publish', {
    facts: {
      changesAreSummarised: version.summaryOfChanges.length >= 20,
      hasClauses: clauses.length > 0,
    },
    set: { number: (inForce.version.number ?? 0) + 1, publishedAt: now },
  })
}
