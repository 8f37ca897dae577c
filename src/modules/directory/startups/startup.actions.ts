/** What happens to a company's file: it is opened, edited, and moved through its verification. */
import {
  createOrganisation,
  renameOrganisation,
  suspendOrganisation,
} from '#modules/identity/index.ts'
import { Conflict } from '#platform/errors.ts'
import { recordFile } from '#platform/files/file-records.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { refreshCatalogue } from '../catalogue/refresh-catalogue.ts'
import { describeChanges, type FieldNames } from '../changes.rules.ts'
import { listSlugs } from '../slug.rules.ts'
import { shareFiles } from '../solutions/share-files.ts'
import { tellStep } from '../verification/tell-step.ts'
import { factsOfReason, reasonToKeep } from '../verification/verification.facts.ts'
import { findEditStep, type VerificationStep } from '../verification/verification.workflow.ts'
import { isIndependent } from '../verification/verifier.ts'
import { computeLabelExpiry } from './label.rules.ts'
import { startupLifecycle } from './startup.lifecycle.ts'
import type { Registration, Startup, StartupEdit } from './startup.schema.ts'
import { isStartupComplete } from './startup-completeness.rules.ts'

/** Opens the company's organisation and its file, and acts in its name from then on. */
export async function registerStartup(
  context: Context,
  input: Registration,
): Promise<Startup | 'ifuTaken'> {
  const organisation = { kind: 'startup', name: input.name } as const
  const id = await createOrganisation(context, { ...organisation, role: 'manager' })
  const actor = {
    ...context.actor,
    organisation: { ...organisation, id },
    role: 'manager',
  } as const
  const founder = { ...context, actor }
  const startup = await insertStartup(founder, id, input)
  if (!startup) return 'ifuTaken'
  await recordCreation(founder, startupLifecycle, startup)
  return startup
}

/** Undefined when another company that was not rejected already has this IFU, seen or not by this person. */
async function insertStartup(context: Context, id: string, input: Registration) {
  const { db, now } = context
  const columns = await toColumns(context, id, input)
  for (const slug of listSlugs(input.name, id)) {
    const row = await db
      .insertInto('directory.startup')
      .values({ ...columns, id, slug, status: 'draft', createdAt: now, updatedAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (row) return row as Startup
  }
  return undefined
}

const withoutLabel = { labelIssuedOn: null, labelExpiresOn: null, labelFileId: null }

/** The answers as columns; a label counts three years unless its document says otherwise. */
async function toColumns(context: Context, startupId: string, input: Registration) {
  const { labelFile, ...answers } = input
  const computedEnd = answers.labelIssuedOn && computeLabelExpiry(answers.labelIssuedOn)
  const columns = {
    ...answers,
    communeId: answers.communeId || null,
    labelNumber: answers.labelNumber || null,
    labelExpiresOn: answers.labelExpiresOn ?? computedEnd ?? null,
  }
  if (columns.labelNumber === null) return { ...columns, ...withoutLabel }
  if (!labelFile) return columns
  const owner = { organisationId: startupId, isPublic: false, createdBy: context.actor.id }
  return {
    ...columns,
    labelFileId: await recordFile(context.db, labelFile, owner, context.now),
  }
}

/**
 * Keeps an edit of the profile. 'outdated' when somebody else saved since the form was shown.
 * An edit of a verified or suspended file goes on record, and the association is told.
 */
export async function saveStartup(
  context: Context,
  startup: Startup,
  { version, ...input }: StartupEdit,
  names: FieldNames,
): Promise<Startup | 'outdated' | 'ifuTaken'> {
  if (version !== startup.version) return 'outdated'
  const columns = await toColumns(context, startup.id, input)
  const saved = await updateStartup(context, startup, columns)
  if (typeof saved === 'string') return saved
  if (saved.name !== startup.name) await renameOrganisation(context, saved.id, saved.name)
  const changes = describeChanges(names, startup, saved)
  const step = findEditStep(saved.status)
  if (step && changes) await moveStartup(context, saved, step, { reason: changes })
  return saved
}

async function updateStartup(context: Context, { id, version }: Startup, columns: object) {
  try {
    const row = await context.db
      .updateTable('directory.startup')
      .set({ ...columns, version: version + 1, updatedAt: context.now })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('status', 'not in', ['submitted', 'rejected'])
      .returningAll()
      .executeTakeFirst()
    return (row as Startup | undefined) ?? 'outdated'
  } catch (error) {
    if (isIfuTaken(error)) return 'ifuTaken'
    throw error
  }
}

interface StepOptions {
  readonly reason?: string
  /** The version the person read: a decision never falls on another content than the one shown. */
  readonly version?: number
}

/** Takes a step, tells those concerned, and lets the public side follow. */
export async function moveStartup(
  context: Context,
  startup: Startup,
  step: VerificationStep,
  { reason, version }: StepOptions = {},
): Promise<Startup> {
  const facts = {
    ...factsOfReason(reason),
    fileIsComplete: isStartupComplete(startup),
    verifierIsIndependent: await isIndependent(context, startup.id),
  }
  const set = {
    ...reasonToKeep(step, reason),
    ...(step === 'verify' && { verifiedAt: context.now }),
  }
  const moved = await moveThrough(context, startupLifecycle, startup.id, step, {
    reason,
    facts,
    set,
  }).catch(explainIfu)
  if (version !== undefined && moved.version !== version) throw new Conflict(outdated)
  if (step === 'suspend' || step === 'reinstate')
    await suspendOrganisation(context, moved.id, step === 'suspend')
  await shareFiles(context.db, { startupId: moved.id })
  await refreshCatalogue(context.db, { startupId: moved.id })
  await tellStep(context, { kind: 'startup', startupId: moved.id, ...moved }, step, reason)
  return moved
}

/** A rejected company may be reopened only while no other has taken its IFU. */
function explainIfu(error: unknown): never {
  throw isIfuTaken(error) ? new Conflict(ifuTaken) : error
}

export const ifuTaken =
  'Une startup est déjà inscrite avec ce numéro IFU. Vérifiez le numéro ; si c’est votre entreprise, demandez à son responsable de vous inviter.'

/** The database alone knows: this person may not see the other company's file. */
function isIfuTaken(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'startup_ifu_once'
}
