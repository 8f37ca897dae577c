/** Releases and records by pages, and all that is known of one process. */
import { orNotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import { cutPage, readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, endpoint, type Reply, type Route, seeOther } from '#platform/web.ts'
import { answerMarked } from './answer-marked.ts'
import { writePackage, writeRecord } from './package.rules.ts'
import { nameProcess, readOcid, readRelease, writeRelease } from './present-release.rules.ts'
import { readPublisher } from './read-publisher.ts'
import {
  findReference,
  listReferences,
  listReleases,
  listReleasesOf,
  type ReleaseRow,
} from './release.queries.ts'

const pageSizes = { releases: 100, records: 25 }

const open = {
  isForMachines: true,
  allow: everyone,
  limit: { points: 120, seconds: 60 },
} as const

export const packageRoutes: Route[] = [
  endpoint('/donnees/ocds/releases.json', {
    ...open,
    load: () => null,
    reply: (_, context) => answerReleases(context),
  }),
  endpoint('/donnees/ocds/records.json', {
    ...open,
    load: () => null,
    reply: (_, context) => answerRecords(context),
  }),
  endpoint('/donnees/ocds/processus/:ocid', {
    ...open,
    load: ({ ocid }: { ocid: string }, context) => loadProcess(ocid, context),
    reply: ({ ocid, releases }, context) =>
      releases === null
        ? seeOther(`/donnees/ocds/processus/${ocid}`)
        : answerRecord(releases, context),
  }),
  endpoint('/donnees/ocds/processus/:ocid/releases.json', {
    ...open,
    load: ({ ocid }: { ocid: string }, context) => loadProcess(ocid, context),
    reply: ({ ocid, releases }, context) =>
      releases === null
        ? seeOther(`/donnees/ocds/processus/${ocid}/releases.json`)
        : answerPackage(releases, null, context),
  }),
]

/** An identifier, or the reference that a page shows: that one leads to the other. */
async function loadProcess(asked: string, { db, platform }: Context) {
  const publisher = readPublisher(platform)
  const named = readOcid(publisher, asked)
  if (named === undefined) {
    const reference = orNotFound(await findReference(db, asked.toUpperCase()))
    return { ocid: nameProcess(publisher, reference), releases: null }
  }
  const releases = await listReleasesOf(db, [named])
  return { ocid: asked, releases: orNotFound(releases.length > 0 ? releases : undefined) }
}

async function answerReleases(context: Context): Promise<Reply> {
  const after = Number.parseInt(readQueryText(context.query.apres), 10) || 0
  const year = readYear(context)
  const found = await listReleases(context.db, { year }, after, pageSizes.releases + 1)
  const { rows, last } = cutPage(found, pageSizes.releases)
  const narrowing = year === null ? '' : `annee=${year}&`
  const next = last ? `/donnees/ocds/releases.json?${narrowing}apres=${last.sequence}` : null
  return answerPackage(rows, next, context)
}

/** Null when none that can be is asked for. */
export function readYear({ query }: Pick<Context, 'query'>): number | null {
  const text = readQueryText(query.annee)
  return /^20\d{2}$/.test(text) ? Number(text) : null
}

function answerPackage(rows: readonly ReleaseRow[], next: string | null, context: Context) {
  const publisher = readPublisher(context.platform)
  const items = rows.map((row) => writeRelease(row, publisher))
  return answer(context, rows, next, 'releases', items)
}

async function answerRecords(context: Context): Promise<Reply> {
  const after = readQueryText(context.query.apres)
  const found = await listReferences(context.db, after, pageSizes.records + 1)
  const { rows: references, last } = cutPage(found, pageSizes.records)
  const releases = await listReleasesOf(context.db, references)
  const next = last ? `/donnees/ocds/records.json?apres=${last}` : null
  const items = references.flatMap((reference) => {
    const own = releases.filter((release) => release.reference === reference)
    return own.length > 0 ? [writeOne(own, context)] : []
  })
  return answer(context, releases, next, 'records', items)
}

const answerRecord = (releases: readonly ReleaseRow[], context: Context) =>
  answer(context, releases, null, 'records', [writeOne(releases, context)])

function writeOne(releases: readonly ReleaseRow[], { platform }: Context): string {
  const publisher = readPublisher(platform)
  return writeRecord(releases.map((row) => readRelease(row, publisher)))
}

/** Dated by the last thing it says, as the standard asks of what is written on demand. */
function answer(
  context: Context,
  rows: readonly ReleaseRow[],
  next: string | null,
  list: 'releases' | 'records',
  items: readonly string[],
): Promise<Reply> {
  const publisher = readPublisher(context.platform)
  const { origin } = publisher
  const publishedDate = new Date(Math.max(0, ...rows.map(({ date }) => date.getTime())))
  const uri = `${origin}${context.url}`
  const parts = { uri, publishedDate, next: next && `${origin}${next}` }
  const body = writePackage(publisher, parts, list, items)
  return answerMarked(context, body, () => ({
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
  }))
}
