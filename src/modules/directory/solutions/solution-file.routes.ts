/** The pages and buttons of a solution's documents and screenshots. */
import { z } from 'zod'
import { action, type Context, type Route, seeOther } from '#platform/web.ts'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { addDocumentPage, addScreenshotPage } from './add-solution-file.page.tsx'
import { editCaptionPage } from './edit-caption.page.tsx'
import { listSolutionFilesPage } from './list-solution-files.page.tsx'
import { getSolution } from './solution.queries.ts'
import type { Solution } from './solution.schema.ts'
import { moveFile, removeFile } from './solution-file.actions.ts'

type FileAct = (context: Context, solution: Solution, fileId: string) => Promise<void>

function createFileAction(verb: string, done: string, act: FileAct): Route {
  return action(`/espace/solutions/:solutionId/fichiers/:fileId/${verb}`, {
    load: async ({ solutionId, fileId }, { db }) => ({
      solution: await getSolution(db, solutionId),
      fileId,
    }),
    allow: (actor, { solution }) => solutionPolicy.edit(actor, solution),
    input: z.object({}),
    back: ({ solution }) => toFiles(solution),
    act: async ({ solution, fileId }, _input, context) => {
      await act(context, solution, fileId)
      return seeOther(toFiles(solution), done)
    },
  })
}

function toFiles({ id }: Solution): string {
  return `/espace/solutions/${id}/fichiers`
}

export const solutionFileRoutes: Route[] = [
  listSolutionFilesPage,
  addDocumentPage,
  addScreenshotPage,
  editCaptionPage,
  createFileAction('monter', 'Le fichier est monté d’une place.', (context, solution, fileId) =>
    moveFile(context, solution, fileId, 'up'),
  ),
  createFileAction(
    'descendre',
    'Le fichier est descendu d’une place.',
    (context, solution, fileId) => moveFile(context, solution, fileId, 'down'),
  ),
  createFileAction('retirer', 'Le fichier est retiré.', removeFile),
]
