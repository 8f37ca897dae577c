/** Adding, removing and ordering the documents and screenshots of a solution. */
import { Conflict, NotFound } from '#platform/errors.ts'
import { recordFile, setFilesPublic } from '#platform/files/file-records.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context, Upload } from '#platform/web.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { type Direction, mostFiles, moveInOrder } from './file-order.rules.ts'
import { recordEdit } from './solution.actions.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'
import { listSolutionFiles } from './solution-file.queries.ts'

interface NewFile {
  readonly upload: Upload
  readonly kind: SolutionFile['kind']
  readonly caption: string
}

export async function addFile(
  context: Context,
  { id, startupId }: Solution,
  { upload, kind, caption }: NewFile,
): Promise<'added' | 'full'> {
  const { db, actor, now } = context
  const solution = await lockForFiles(context, id)
  const files = await listSolutionFiles(db, id)
  if (files.filter((file) => file.kind === kind).length >= mostFiles) return 'full'
  const owner = { organisationId: startupId, isPublic: false, createdBy: actor.id }
  const fileId = await recordFile(db, upload, owner, now)
  const position = Math.max(0, ...files.map((file) => file.position)) + 1
  await db
    .insertInto('directory.solutionFile')
    .values({ solutionId: id, fileId, kind, caption, position })
    .execute()
  await recordEdit(context, solution, `Fichier ajouté : ${caption || upload.name}`)
  return 'added'
}

/** The file leaves the solution; its record stays, private, for what was decided on it. */
export async function removeFile(
  context: Context,
  { id }: Solution,
  fileId: string,
): Promise<void> {
  const solution = await lockForFiles(context, id)
  const file = await getFile(context, id, fileId)
  await setFilesPublic(context.db, [fileId], false)
  await context.db
    .deleteFrom('directory.solutionFile')
    .where('solutionId', '=', id)
    .where('fileId', '=', fileId)
    .execute()
  await recordEdit(context, solution, `Fichier retiré : ${file.caption || file.name}`)
}

/** What is said of a public file goes on record like the rest. */
export async function renameFile(
  context: Context,
  { id }: Solution,
  fileId: string,
  caption: string,
): Promise<void> {
  const solution = await lockForFiles(context, id)
  const file = await getFile(context, id, fileId)
  if (file.caption === caption) return
  await context.db
    .updateTable('directory.solutionFile')
    .set({ caption })
    .where('solutionId', '=', id)
    .where('fileId', '=', fileId)
    .execute()
  await recordEdit(context, solution, `Légende : ${file.caption || file.name} → ${caption}`)
}

/** The order changes nothing that anybody relies on: no line of history. */
export async function moveFile(
  context: Context,
  { id }: Solution,
  fileId: string,
  direction: Direction,
): Promise<void> {
  await lockForFiles(context, id)
  const { kind } = await getFile(context, id, fileId)
  const files = await listSolutionFiles(context.db, id)
  const ids = files.filter((file) => file.kind === kind).map((file) => file.fileId)
  for (const [position, one] of moveInOrder(ids, fileId, direction).entries()) {
    await context.db
      .updateTable('directory.solutionFile')
      .set({ position: position + 1 })
      .where('solutionId', '=', id)
      .where('fileId', '=', one)
      .execute()
  }
}

async function getFile({ db }: Context, solutionId: string, fileId: string): Promise<SolutionFile> {
  const files = await listSolutionFiles(db, solutionId)
  const file = files.find((one) => one.fileId === fileId)
  if (!file) throw new NotFound()
  return file
}

/** One change of files at a time; the new version tells whoever is reading the file that it changed. */
async function lockForFiles({ db, now }: Context, solutionId: string): Promise<Solution> {
  const solution = (await db
    .updateTable('directory.solution')
    .set((row) => ({ version: row('version', '+', 1), updatedAt: now }))
    .where('id', '=', solutionId)
    .returningAll()
    .executeTakeFirst()) as Solution | undefined
  if (!solution) throw new NotFound()
  if (!isEditable(solution.status)) throw new Conflict(outdated)
  return solution
}
