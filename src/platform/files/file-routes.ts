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
    const kept = {
      etag: `"${file.sha256.slice(0, 32)}"`,
      'cache-control': file.isPublic ? 'public, max-age=3600' : 'private, no-store',
    }
    if (headers['if-none-match'] === kept.etag) return { status: 304, headers: kept, body: null }
    return {
      headers: { ...describeDownload(file), ...kept },
      body: await platform.files.open(file.sha256),
    }
  },
})

/** How a file is handed over: under its own type only when a browser shows it safely, and never run. */
export function describeDownload({
  mediaType,
  sizeBytes,
  name,
}: Pick<FileRecord, 'mediaType' | 'sizeBytes' | 'name'>): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': describeDisposition(
      shown.has(mediaType) ? 'inline' : 'attachment',
      name,
    ),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
}

/** The name in plain letters for old browsers, then whole (RFC 6266, RFC 8187). */
function describeDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\w .()-]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

export const fileRoutes: Route[] = [fileEndpoint]

export function fileAddress(fileId: string, name: string): string {
  return `/fichiers/${fileId}/${encodeURIComponent(name)}`
}
