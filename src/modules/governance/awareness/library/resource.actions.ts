/** What happens to a resource: written, agreed to, reviewed, published, opened by communes. */
import { findAssociation } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId, system, worksForA } from '#platform/actor.ts'
import { asSystem, writeAs } from '#platform/database.ts'
import { revokeDocuments } from '#platform/documents.ts'
import { Conflict, orNotFound } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { recordFile, setFilesPublic } from '#platform/files/file-records.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { resourceLifecycle } from './resource.lifecycle.ts'
import { listConsents, lockResource } from './resource.queries.ts'
import { isWhole, listWaiting } from './resource.rules.ts'
import type { Resource, ResourceKind, ResourceValues } from './resource.schema.ts'
import type { ResourceStep } from './resource.workflow.ts'

/** What it tells of beside what its author wrote. */
type Story = Partial<Pick<Resource, 'communeId' | 'startupId' | 'projectId' | 'body'>>

export async function openResource(
  context: Context,
  kind: ResourceKind,
  { file, version: _, ...values }: ResourceValues,
  story: Story = {},
): Promise<Resource> {
  const { db, actor, now } = context
  const associationId = orNotFound(await findAssociation(db))
  const authorOrganisationId = getOrganisationId(actor)
  const resource = (await db
    .insertInto('governance.resource')
    .values({
      ...values,
      ...(worksForA(actor, 'commune') && { communeId: authorOrganisationId }),
      ...(worksForA(actor, 'startup') && { startupId: authorOrganisationId }),
      ...story,
      ...{ kind, authorOrganisationId, associationId, status: 'draft' },
      id: createId(now.getTime()),
      reference: await createReference(db, 'RES', now.getUTCFullYear()),
      fileId: file ? await keepFile(context, file) : null,
      ...{ createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as unknown as Resource
  await recordCreation(context, resourceLifecycle, resource)
  return resource
}

/** False when somebody changed it since the form was opened. */
export async function saveResource(
  context: Context,
  { id }: Resource,
  { file, version, ...values }: ResourceValues,
): Promise<boolean> {
  const saved = await context.db
    .updateTable('governance.resource')
    .set({
      ...{ ...values, version: version + 1, updatedAt: context.now },
      ...(file && { fileId: await keepFile(context, file) }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', 'in', ['draft', 'proposed'])
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

function keepFile(
  { db, actor, now }: Context,
  file: NonNullable<ResourceValues['file']>,
): Promise<string> {
  const owner = { organisationId: getOrganisationId(actor), createdBy: getPersonId(actor) }
  return recordFile(db, file, { ...owner, isPublic: false }, now)
}

/** The resource as its mover read it: a text that was changed since is neither proposed nor published. */
export async function moveResource(
  context: Context,
  { id, version }: Resource,
  step: ResourceStep,
  reason?: string,
): Promise<Resource> {
  const { db, now } = context
  const resource = await lockResource(db, id)
  if (resource.version !== version) throw new Conflict(outdated)
  const moved = await moveThrough(context, resourceLifecycle, id, step, {
    ...(reason && { reason }),
    facts: await establishFacts(context, resource, reason),
    set: {
      statusReason: reason ?? null,
      ...(step === 'publish' && { publishedAt: now }),
    },
  })
  await asSystem(context, (own) => followWithPapers({ ...context, db: own }, moved))
  return moved
}

/** Its file and its papers are read while it is published; whose they are does not matter. */
async function followWithPapers(context: Context, moved: Resource): Promise<void> {
  const { id, status, statusReason, fileId } = moved
  if (fileId) await setFilesPublic(context.db, [fileId], status === 'published')
  if (status === 'withdrawn' && statusReason) await revokeDocuments(context, id, statusReason)
}

async function establishFacts({ db }: Context, resource: Resource, reason: string | undefined) {
  const waiting = listWaiting(resource, await listConsents(db, resource.id))
  return {
    isWhole: isWhole(resource),
    sidesAgree: waiting.length === 0,
    reasonIsGiven: Boolean(reason),
  }
}

/** A side agrees to the text that it has read: another text asks for another agreement. */
export async function agreeToResource(
  { db, actor, now }: Context,
  { id, version }: Resource,
  readVersion: number,
): Promise<void> {
  if (version !== readVersion) throw new Conflict(outdated)
  const consent = { textVersion: version, givenBy: getPersonId(actor), givenAt: now }
  await db
    .insertInto('governance.resourceConsent')
    .values({ resourceId: id, organisationId: getOrganisationId(actor), ...consent })
    .onConflict((conflict) =>
      conflict.columns(['resourceId', 'organisationId']).doUpdateSet(consent),
    )
    .execute()
}

/**
 * A commune knows of it: somebody there opened it. Told once for each commune, and of nobody in it. A transaction of its own,
 * once the page has been read.
 */
export async function recordReading(
  { platform, now }: Context,
  { id, solutionId }: Resource,
  communeId: string,
): Promise<void> {
  await writeAs(platform.db, system, async (db) => {
    const inserted = await db
      .insertInto('governance.resourceReading')
      .values({ resourceId: id, communeId, readOn: toDay(now) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('communeId')
      .executeTakeFirst()
    const payload = { communeId, solutionId }
    if (inserted) await recordEvent(db, { kind: 'resource.read', subjectId: id, payload }, now)
  })
}
