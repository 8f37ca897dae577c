/** The receipt of a request, and the files that came with it. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { pdfRoute } from '#platform/documents.ts'
import { NotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { type Context, endpoint } from '#platform/web.ts'
import type { AnswerFile } from '../procedures/procedure.types.ts'
import { findAnswerFile } from './answer-files.rules.ts'
import { type Asked, loadAsked, requestPath } from './load-request.ts'
import { writeReceipt } from './request.paper.ts'
import { requestPolicy } from './request.policy.ts'
import { listKeptFields } from './request-files.ts'

export const receiptRoute = pdfRoute(`${requestPath}/recepisse.pdf`, {
  load: async (params: { requestId: string }, context): Promise<Asked> => {
    const asked = await loadAsked(params, context)
    if (asked.request.status === 'draft') throw new NotFound()
    return asked
  },
  allow: (actor, { request }) => requestPolicy.read(actor, request),
  write: async ({ request, definition, communeId }, { db }) =>
    writeReceipt({ request, definition, issuer: await getCommuneIssuer(db, communeId) }),
})

interface FileOfRequest extends Asked {
  readonly file: AnswerFile
}

export const requestFileEndpoint = endpoint(`${requestPath}/fichiers/:name`, {
  load: loadFile,
  allow: (actor, { request }) => requestPolicy.read(actor, request),
  reply: async ({ file }, { platform }) => ({
    headers: { ...describeFile(file), 'cache-control': 'private, no-store' },
    body: await platform.files.open(file.sha256),
  }),
})

async function loadFile(
  { requestId, name }: { requestId: string; name: string },
  context: Context,
): Promise<FileOfRequest> {
  const asked = await loadAsked({ requestId }, context)
  const file = findAnswerFile(asked.answers, name)
  const kept = await listKeptFields(context.db, requestId)
  if (!file || !kept.has(name)) throw new NotFound()
  return { ...asked, file }
}
