/** Files by their identifier: nobody gets one that row-level security does not show them. */
import { orNotFound } from '../errors.ts'
import { everyone } from '../policy.ts'
import { endpoint, type Route } from '../web.ts'
import { type FileRecord, findFile } from './file-records.ts'

/** Shown in the browser; anything else is only ever saved. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

export const fileEndpoint = endpoint('/fichiers/:fileId/:name', {
  load: async ({ fileId }, { db }) => orNotFound(await findFile(db, fileId)),
  allow: everyone,
  reply: async (file, { platform, headers }) => {
    const etag = `"${file.sha256.slice(0, 32)}"`
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: null }
    return { headers: { ...describe(file), etag }, body: await platform.files.open(file.sha256) }
  },
})

function describe(file: FileRecord): Record<string, string> {
  const disposition = shown.has(file.mediaType) ? 'inline' : 'attachment'
  return {
    'content-type': file.mediaType,
    'content-length': String(file.sizeBytes),
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': file.isPublic ? 'public, max-age=3600' : 'private, no-store',
  }
}

export const fileRoutes: Route[] = [fileEndpoint]

export function fileAddress(fileId: string, name: string): string {
  return `/fichiers/${fileId}/${encodeURIComponent(name)}`
}
