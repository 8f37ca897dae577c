/** What happens to a solution's file: it is opened, edited section by section, and moved through its verification. */
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { refreshCatalogue } from '../catalogue/refresh-catalogue.ts'
import { describeChanges } from '../changes.rules.ts'
import { listSlugs } from '../slug.rules.ts'
import { getStartup } from '../startups/startup.queries.ts'
import { tellStep } from '../verification/tell-step.ts'
import { factsOfReason, reasonToKeep } from '../verification/verification.facts.ts'
import { findEditStep, type VerificationStep } from '../verification/verification.workflow.ts'
import { isIndependent } from '../verification/verifier.ts'
import { isSolutionComplete } from './completeness.rules.ts'
import { type Section, sectionNames } from './sections/section.schema.ts'
import { shareFiles } from './share-files.ts'
import { solutionLifecycle } from './solution.lifecycle.ts'
import type { Solution } from './solution.schema.ts'
import { listSolutionFiles } from './solution-file.queries.ts'

/** A draft, known by its name alone. */
export async function createSolution(
  context: Context,
  startupId: string,
  name: string,
): Promise<Solution> {
  const solution = await insertSolution(context, startupId, name)
  await recordCreation(context, solutionLifecycle, solution)
  return solution
}

async function insertSolution({ db, now }: Context, startupId: string, name: string) {
  const id = createId(now.getTime())
  for (const slug of listSlugs(name, id)) {
    const row = await db
      .insertInto('directory.solution')
      .values({ id, startupId, slug, name, status: 'draft', createdAt: now, updatedAt: now })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (row) return row as Solution
  }
  throw new Error(`No address is left for a solution named ${name}`)
}

/**
 * Keeps one section. 'outdated' when somebody else saved since it was shown.
 * An edit of a verified or suspended solution goes on record, and the association is told.
 */
export async function saveSection(
  context: Context,
  solution: Solution,
  section: Section,
  { version, ...answers }: { version: number } & Partial<Solution>,
): Promise<Solution | 'outdated'> {
  if (version !== solution.version) return 'outdated'
  const changes = describeChanges(sectionNames[section], solution, { ...solution, ...answers })
  if (changes === '') return solution
  const saved = await updateSolution(context, solution, answers)
  if (!saved) return 'outdated'
  await recordEdit(context, saved, changes)
  return saved
}

async function updateSolution(
  { db, now }: Context,
  { id, version }: Solution,
  answers: Partial<Solution>,
) {
  const row = await db
    .updateTable('directory.solution')
    .set({ ...answers, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', 'not in', ['submitted', 'rejected'])
    .returningAll()
    .executeTakeFirst()
  return row as Solution | undefined
}

/** No silent change of what somebody may already rely on. */
export async function recordEdit(
  context: Context,
  solution: Solution,
  changes: string,
): Promise<void> {
  const step = findEditStep(solution.status)
  if (step) await moveSolution(context, solution, step, { reason: changes })
}

interface StepOptions {
  readonly reason?: string
  /** The version the person read: a decision never falls on another content than the one shown. */
  readonly version?: number
}

/** Takes a step, tells those concerned, and lets the public side follow. */
export async function moveSolution(
  context: Context,
  solution: Solution,
  step: VerificationStep,
  { reason, version }: StepOptions = {},
): Promise<Solution> {
  const facts = await establishFacts(context, solution, reason)
  const set = {
    ...reasonToKeep(step, reason),
    ...(step === 'verify' && { verifiedAt: context.now }),
  }
  const options = { reason, facts, set }
  const moved = await moveThrough(context, solutionLifecycle, solution.id, step, options)
  if (version !== undefined && moved.version !== version) throw new Conflict(outdated)
  await shareFiles(context.db, { solutionId: moved.id })
  await refreshCatalogue(context.db, { solutionIds: [moved.id] })
  await tellStep(context, { kind: 'solution', ...moved }, step, reason)
  return moved
}

async function establishFacts(context: Context, solution: Solution, reason: string | undefined) {
  const startup = await getStartup(context.db, solution.startupId)
  const files = await listSolutionFiles(context.db, solution.id)
  return {
    ...factsOfReason(reason),
    fileIsComplete: isSolutionComplete(solution, files),
    verifierIsIndependent: await isIndependent(context, solution.startupId),
    startupIsVerified: startup.status === 'verified',
  }
}
