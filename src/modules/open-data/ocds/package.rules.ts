/** The packages of the standard: who publishes, on what terms, and the releases or records, by pages. */
import { openLicence } from '#platform/tables/open-licence.ts'
import { compileReleases, type DatedRelease, versionReleases } from './merge.rules.ts'
import type { Publisher } from './present-release.rules.ts'

const extensionAt = (name: string) =>
  `https://raw.githubusercontent.com/open-contracting-extensions/${name}/extension.json`

/** Beyond the core: numbers of bids, and lots. */
const extensions = [
  extensionAt('ocds_bid_extension/v1.1.5'),
  extensionAt('ocds_lots_extension/v1.1.5'),
]

export const publisherName = 'Association nationale des communes du Bénin'

interface PackageParts {
  /** The address asked for, whole. */
  readonly uri: string
  readonly publishedDate: Date
  /** The address of the next page, when there is one. */
  readonly next: string | null
}

/** The terms are told on the page of the policy. The items are texts already: nothing is read to be written again. */
export function writePackage(
  { origin }: Publisher,
  { uri, publishedDate, next }: PackageParts,
  list: 'releases' | 'records',
  items: readonly string[],
): string {
  const head = {
    uri,
    version: '1.1',
    publishedDate: publishedDate.toISOString(),
    publisher: { name: publisherName, uri: `${origin}/` },
    ...(openLicence.isConfirmed && { license: openLicence.address }),
    publicationPolicy: `${origin}/donnees/ocds`,
    extensions,
    ...(next && { links: { next } }),
  }
  return `${JSON.stringify(head).slice(0, -1)},"${list}":[${items.join(',')}]}`
}

/** All that was said of one process, what it comes to, and what each field ever said. */
export function writeRecord(releases: readonly DatedRelease[]): string {
  return JSON.stringify({
    ocid: releases[0]?.ocid,
    releases,
    compiledRelease: compileReleases(releases),
    versionedRelease: versionReleases(releases),
  })
}
