/** Papers by their identifier: nobody gets one that row-level security does not show them. */
import { orNotFound } from '../errors.ts'
import { describeFile } from '../files/file-headers.ts'
import { everyone } from '../policy.ts'
import { endpoint, type Reply, type Route } from '../web.ts'
import { findDocument, type StoredDocument } from './store/document-records.ts'

const documentEndpoint = endpoint('/documents/:documentId/:name', {
  load: async ({ documentId }, { db }) => orNotFound(await findDocument(db, documentId)),
  allow: everyone,
  reply: async (document, { platform, headers }) => {
    const kept = {
      etag: `"${document.sha256.slice(0, 32)}"`,
      'cache-control': document.isPublic ? 'public, max-age=3600' : 'private, no-store',
    }
    if (headers['if-none-match'] === kept.etag) return { status: 304, headers: kept, body: null }
    const described = describeFile({ ...document, name: nameDocument(document) })
    return { headers: { ...described, ...kept }, body: await platform.files.open(document.sha256) }
  },
})

export const documentRoutes: Route[] = [documentEndpoint]

function nameDocument({ reference, kind }: StoredDocument): string {
  return `${reference.replace(/[^\p{L}\p{N}.-]+/gu, '-')}-${kind}.pdf`
}

export function documentAddress(document: StoredDocument): string {
  return `/documents/${document.id}/${encodeURIComponent(nameDocument(document))}`
}
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file made for whoever asks, and not kept: a draft to work on, a list as it stands. */
export function replyWithFile(name: string, bytes: Buffer): Reply {
  const mediaType = mediaTypes[name.split('.').pop() ?? ''] ?? 'application/octet-stream'
  return { headers: describeFile({ name, mediaType, sizeBytes: bytes.length }), body: bytes }
}
