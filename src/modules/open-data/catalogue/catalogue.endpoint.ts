/** The catalogue for other portals, which harvest it. */
import { createHash } from 'node:crypto'
import { everyone } from '#platform/policy.ts'
import { hasLatest } from '#platform/web/conditional.rules.ts'
import { endpoint, type Route } from '#platform/web.ts'
import { listFiles } from '../datasets/dataset-file.queries.ts'
import { datasets } from '../datasets/datasets.ts'
import { describeCatalogue } from './describe-datasets.rules.ts'
import type { LinkedNode } from './linked-node.types.ts'
import { writeJsonld, writeTurtle } from './write-linked.rules.ts'

function open(path: string, mediaType: string, write: (node: LinkedNode) => string): Route {
  return endpoint(path, {
    load: (_, { db }) => listFiles(db),
    allow: everyone,
    limit: { points: 60, seconds: 60 },
    reply: (files, { platform, headers }) => {
      const body = write(describeCatalogue({ origin: platform.config.origin, datasets, files }))
      const kept = {
        etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
      }
      if (hasLatest(headers, kept.etag)) return { status: 304, headers: kept, body: null }
      return { headers: { ...kept, 'content-type': `${mediaType}; charset=utf-8` }, body }
    },
  })
}

export const catalogueRoutes: Route[] = [
  open('/donnees/catalogue.jsonld', 'application/ld+json', writeJsonld),
  open('/donnees/catalogue.ttl', 'text/turtle', writeTurtle),
]
