/** A file of open data, with what lets a reader check it and ask for it again only when it changed. */
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import { NotFound, orNotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import type { PublishedTable } from '#platform/tables/published-table.ts'
import { formatMediaTypes, type TableFormat } from '#platform/tables/write-published.ts'
import { hasLatest } from '#platform/web/conditional.rules.ts'
import { type Context, endpoint, type Reply } from '#platform/web.ts'
import type { Dataset } from './dataset.types.ts'
import type { DatasetFile } from './dataset-file.queries.ts'
import { fileAddress, listFormats } from './dataset-format.rules.ts'
import { datasets } from './datasets.ts'
import { getFreshFile, writeFile } from './write-dataset-file.ts'

interface Asked {
  readonly dataset: Dataset & { readonly table: PublishedTable }
  readonly format: TableFormat
}

export const datasetFileEndpoint = endpoint('/donnees/:dataset/:file', {
  load: ({ dataset, file }) => orNotFound(findAsked(`/donnees/${dataset}/${file}`)),
  allow: everyone,
  limit: { points: 300, seconds: 60 },
  reply: (asked, context) => () => send(asked, context),
})

function findAsked(address: string): Asked | undefined {
  for (const { table, ...dataset } of datasets) {
    const format = listFormats({ table }).find((one) => fileAddress(dataset.slug, one) === address)
    if (table && format) return { dataset: { ...dataset, table }, format }
  }
  return undefined
}

async function send(asked: Asked, context: Context): Promise<Reply> {
  const { platform, now, headers } = context
  const { dataset, format } = asked
  const isZipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
  const known = await getFreshFile(platform, dataset, format, now)
  const validators = describeValidators(known, isZipped)
  if (hasLatest(headers, validators.etag, known.changedAt))
    return { status: 304, headers: validators, body: null }
  const { file, bytes } = await openFile(asked, known, context)
  return {
    headers: {
      ...describeValidators(file, isZipped),
      ...describeBytes(file, isZipped),
      'content-type': `${formatMediaTypes[format]}; charset=utf-8`,
      'content-disposition': `inline; filename="${dataset.slug}.${format}"`,
    },
    body: isZipped ? pipeline(bytes, createGzip(), () => {}) : bytes,
  }
}

function describeValidators({ sha256, changedAt }: DatasetFile, isZipped: boolean) {
  return {
    etag: isZipped ? `W/"${sha256}"` : `"${sha256}"`,
    'last-modified': changedAt.toUTCString(),
    'cache-control': 'public, max-age=300',
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag',
  }
}

/** The digest is of the bytes as they travel (RFC 9530): compressed, they are others. */
function describeBytes(
  { sha256, sizeBytes }: DatasetFile,
  isZipped: boolean,
): Readonly<Record<string, string>> {
  if (isZipped) return { 'content-encoding': 'gzip' }
  const digest = Buffer.from(sha256, 'hex').toString('base64')
  return { 'content-length': String(sizeBytes), 'repr-digest': `sha-256=:${digest}:` }
}

/** Bytes that a restored installation does not have yet are written again. */
async function openFile({ dataset, format }: Asked, file: DatasetFile, context: Context) {
  const { platform, now } = context
  try {
    return { file, bytes: await platform.files.open(file.sha256) }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    const anew = await writeFile(platform, dataset, format, now)
    return { file: anew, bytes: await platform.files.open(anew.sha256) }
  }
}
