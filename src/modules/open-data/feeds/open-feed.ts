/** A feed at its address: asked for every few minutes by readers, who are sent only what changed. */
import { createHash } from 'node:crypto'
import { cleanText } from '#platform/clean-text.rules.ts'
import { everyone } from '#platform/policy.ts'
import { type Feed, type FeedEntry, writeFeed } from '#platform/web/atom.rules.ts'
import { hasLatest } from '#platform/web/conditional.rules.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'

/** The latest so many. */
export const feedSize = 50

export function openFeed(
  about: Omit<Feed, 'entries'>,
  listEntries: (context: Context) => Promise<Feed['entries']>,
): Route {
  return endpoint(about.address, {
    load: (_, context) => listEntries(context),
    allow: everyone,
    limit: { points: 60, seconds: 60 },
    reply: (entries, { platform, headers }) => {
      const latest = entries.slice(0, feedSize).map(maskEntry)
      const body = writeFeed({ ...about, entries: latest }, platform.config.origin)
      const kept = {
        etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
      }
      if (hasLatest(headers, kept.etag)) return { status: 304, headers: kept, body: null }
      return {
        headers: { ...kept, 'content-type': 'application/atom+xml; charset=utf-8' },
        body,
      }
    },
  })
}

/** Readers keep what they were sent: nobody can be reached by it. */
function maskEntry(entry: FeedEntry): FeedEntry {
  const { title, summary } = entry
  return { ...entry, title: cleanText(title) ?? '', summary: cleanText(summary) ?? '' }
}
