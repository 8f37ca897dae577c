/** A document for an answer to come: as a file of a form, or as base64 in its field « file », of the kinds the forms take. */
import { Readable } from 'node:stream'
import { answerKeyRefusal, readApiKey } from '#modules/identity/index.ts'
import { writeAs } from '#platform/database.ts'
import { discardUpload } from '#platform/files/file-records.ts'
import { everyone } from '#platform/policy.ts'
import {
  type Context,
  endpoint,
  json,
  mediaTypes,
  optionalFile,
  problem,
  type Reply,
  type Upload,
} from '#platform/web.ts'
import { recordDocument } from './document.actions.ts'
import { operations, prefix } from './operation.lists.ts'

const { path, method, scope } = operations.sendDocument
const mostMegabytes = 12
const sentFile = optionalFile(Object.values(mediaTypes), mostMegabytes)

export const sendDocument = endpoint(`${prefix}${path}`, {
  ...{ method, isCsrfExempt: true, isForMachines: true },
  limit: { points: 60, seconds: 60 },
  load: () => null,
  allow: everyone,
  reply: (_, context) => async () => {
    const sent = await readSentFile(context)
    const reply = await receive(context, sent)
    const isKept = reply.status === undefined || reply.status < 300
    const others = Object.values({ ...context.fields, file: isKept ? null : sent })
    for (const upload of others.filter(isStored)) await discard(context, upload)
    return reply
  },
})

async function receive(context: Context, sent: unknown): Promise<Reply> {
  const reading = await readApiKey(context, { scope })
  if (!reading.ok) return answerKeyRefusal(reading)
  const { actor } = reading
  const read = sentFile.safeParse(sent)
  if (!read.success) return refuseFile(read.error.issues[0]?.message ?? '')
  if (read.data === null) return refuseFile('Envoyez un document dans le champ « file »')
  const upload = read.data
  const id = await writeAs(context.platform.db, actor, (db) =>
    recordDocument({ ...context, db, actor }, upload),
  )
  return json({
    ...{ code: 200, type: upload.mediaType, message: 'Document reçu : gardé sept jours.' },
    ...{ url: `${context.platform.config.origin}${prefix}${path}/${id}`, documentId: id },
  })
}

function refuseFile(why: string): Reply {
  return problem(400, why, { code: 'file', errors: { file: why } })
}

/** The field, or its text read as base64. What is neither is left to be refused. */
async function readSentFile({ fields, platform }: Context): Promise<unknown> {
  const [sent] = [fields.file].flat()
  if (typeof sent !== 'string') return sent
  const text = sent.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return sent
  const bytes = Readable.from([Buffer.from(text, 'base64')])
  const stored = await platform.files.store(bytes, mostMegabytes * 1_000_000)
  return stored.ok ? { name: 'document', ...stored.content } : { ...stored, name: 'document' }
}

function isStored(sent: unknown): sent is Upload {
  return typeof sent === 'object' && sent !== null && 'sha256' in sent
}

/** Bytes that no row refers to are not kept for whoever had no right to send them, or no use for them. */
function discard({ platform, actor }: Context, upload: Upload): Promise<void> {
  return discardUpload({ db: platform.db, actor, platform }, upload)
}
