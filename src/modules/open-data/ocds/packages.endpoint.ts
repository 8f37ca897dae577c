/** Releases and records by pages, and all that is known of one process. */
import { NotFound, orNotFound } from '#platform/errors.ts'
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

const namable = /^[\w-]{1,80}$/

/** An identifier, or the reference that a page shows: that one leads to the other. */
async function loadProcess(asked: string, { db, platform }: Context) {
  if (!namable.test(asked)) throw new NotFound()
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
  const after = readSequence(context)
  const year = readYear(context)
  const found = await listReleases(context.db, { year }, after, pageSizes.releases + 1)
  const { rows, last } = cutPage(found, pageSizes.releases)
  const narrowing = year === null ? '' : `annee=${year}&`
  const next = last ? `/donnees/ocds/releases.json?${narrowing}apres=${last.sequence}` : null
  return answerPackage(rows, next, context)
}

/** What is no number begins at the first. */
function readSequence({ query }: Pick<Context, 'query'>): number {
  const asked = Number(readQueryText(query.apres))
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 0
}

/** Null when none that can be is asked for. */
export function readYear({ query }: Pick<Context, 'query'>): number | null {
  const text = readQueryText(query.annee)
  return /^20\d{2}$/.test(text) ? Number(text) : null
}

function answerPackage(rows: readonly ReleaseRow[], next: string | null, context: Context) {
  const publisher = readPublisher(context.platform)
  const write = () => rows.map((row) => writeRelease(row, publisher))
  return answer(context, rows, { next, list: 'releases', write })
}

async function answerRecords(context: Context): Promise<Reply> {
  const after = readQueryText(context.query.apres)
  const found = await listReferences(context.db, after, pageSizes.records + 1)
  const { rows: references, last } = cutPage(found, pageSizes.records)
  const releases = await listReleasesOf(context.db, references)
  const next = last ? `/donnees/ocds/records.json?apres=${last}` : null
  const write = () => writeRecords(references, releases, context)
  return answer(context, releases, { next, list: 'records', write })
}

function writeRecords(
  references: readonly string[],
  releases: readonly ReleaseRow[],
  context: Context,
): string[] {
  return references.flatMap((reference) => {
    const own = releases.filter((release) => release.reference === reference)
    return own.length > 0 ? [writeOne(own, context)] : []
  })
}

const answerRecord = (releases: readonly ReleaseRow[], context: Context) =>
  answer(context, releases, {
    next: null,
    list: 'records',
    write: () => [writeOne(releases, context)],
  })

function writeOne(releases: readonly ReleaseRow[], { platform }: Context): string {
  const publisher = readPublisher(platform)
  return writeRecord(releases.map((row) => readRelease(row, publisher)))
}

interface Told {
  readonly next: string | null
  readonly list: 'releases' | 'records'
  /** A release never changes: the items are only written for who does not have them. */
  readonly write: () => readonly string[]
}

/** Dated by the last thing it says, as the standard asks of what is written on demand. */
function answer(context: Context, rows: readonly ReleaseRow[], told: Told): Promise<Reply> {
  const publisher = readPublisher(context.platform)
  const { origin } = publisher
  const next = told.next && `${origin}${told.next}`
  const uri = `${origin}${context.url}`
  const sequences = rows.map(({ sequence }) => sequence)
  const mark = JSON.stringify([publisher, uri, next, sequences])
  return answerMarked(context, mark, () => {
    const parts = { uri, publishedDate: findLast(rows) ?? context.now, next }
    return {
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: writePackage(publisher, parts, told.list, told.write()),
    }
  })
}

function findLast(rows: readonly ReleaseRow[]): Date | undefined {
  const dates = rows.map(({ date }) => date.getTime())
  return dates.length > 0 ? new Date(Math.max(...dates)) : undefined
}
