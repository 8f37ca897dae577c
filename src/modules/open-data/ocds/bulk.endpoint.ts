/** Every release in one file, one per line, written as it is read: it is never whole in memory. */
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { everyone } from '#platform/policy.ts'
import { readPublic } from '#platform/tables/published-table.ts'
import { type Context, endpoint, type Reply, type Route } from '#platform/web.ts'
import { answerMarked } from './answer-marked.ts'
import { readYear } from './packages.endpoint.ts'
import { writeRelease } from './present-release.rules.ts'
import { readPublisher } from './read-publisher.ts'
import {
  listReleases,
  markReleases,
  type ReleaseFilter,
  type ReleaseRow,
} from './release.queries.ts'

const batchSize = 500

async function* writeLines({ platform }: Pick<Context, 'platform'>, filter: ReleaseFilter) {
  const publisher = readPublisher(platform)
  const rows = readPublic<ReleaseRow>(platform, (own, last) =>
    listReleases(own, filter, last?.sequence ?? 0, batchSize),
  )
  let lines = ''
  for await (const row of rows) {
    lines += `${writeRelease(row, publisher)}\n`
    if (lines.length < chunkSize) continue
    yield lines
    lines = ''
  }
  if (lines !== '') yield lines
}

/** Lines leave by packets: one at a time would cost more than writing them. */
const chunkSize = 64_000

const open = { allow: everyone, limit: { points: 20, seconds: 60 } } as const

export const bulkRoutes: Route[] = [
  endpoint('/donnees/ocds/releases.jsonl', {
    ...open,
    load: () => null,
    reply: (_, context) => answerBulk(context, asksForGzip(context) ? 'encoded' : 'plain'),
  }),
  endpoint('/donnees/ocds/releases.jsonl.gz', {
    ...open,
    load: () => null,
    reply: (_, context) => answerBulk(context, 'file'),
  }),
]

const asksForGzip = ({ headers }: Context) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''))

type Form = 'plain' | 'encoded' | 'file'

const headersOf: Readonly<Record<Form, Readonly<Record<string, string>>>> = {
  plain: { 'content-type': 'application/jsonl; charset=utf-8' },
  encoded: { 'content-type': 'application/jsonl; charset=utf-8', 'content-encoding': 'gzip' },
  file: { 'content-type': 'application/gzip' },
}

async function answerBulk(context: Context, form: Form): Promise<Reply> {
  const year = readYear(context)
  const { last, count } = await markReleases(context.db)
  const { origin, prefix } = readPublisher(context.platform)
  const mark = [last, count, origin, prefix, year, form].join(' ')
  return answerMarked(context, mark, () => {
    const lines = Readable.from(writeLines(context, { year }))
    const name = `cauri-ocds${year === null ? '' : `-${year}`}.jsonl${form === 'file' ? '.gz' : ''}`
    const disposition = { 'content-disposition': `attachment; filename="${name}"` }
    return {
      headers: { ...headersOf[form], ...disposition },
      body: form === 'plain' ? lines : zip(lines),
    }
  })
}

/** When either end stops, so does the other. */
function zip(lines: Readable): Readable {
  return pipeline(lines, createGzip({ level: 6 }), () => {})
}
