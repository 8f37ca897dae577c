/** Files by their identifier: nobody gets one that row-level security does not show them. */
import { orNotFound } from '../errors.ts'
import { everyone } from '../policy.ts'
import { endpoint, type Route } from '../web.ts'
import { describeFile } from './file-headers.ts'
import { findFile } from './file-records.ts'

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
      headers: { ...describeFile(file), ...kept },
      body: await platform.files.open(file.sha256),
    }
  },
})

export const fileRoutes: Route[] = [fileEndpoint]

export function fileAddress(fileId: string, name: string): string {
  return `/fichiers/${fileId}/${encodeURIComponent(name)}`
}
