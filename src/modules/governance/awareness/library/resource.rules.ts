/** What makes a resource whole, who must still agree to it, and what a video costs to watch. */
import type { Resource } from './resource.schema.ts'

type Content = Pick<
  Resource,
  | 'kind'
  | 'body'
  | 'domains'
  | 'audiences'
  | 'videoUrl'
  | 'videoMinutes'
  | 'videoMegabytes'
  | 'fileId'
>

export function isWhole({ kind, domains, audiences, ...content }: Content): boolean {
  if (domains.length === 0 || audiences.length === 0) return false
  if (kind === 'video') return isVideoWhole(content)
  return kind === 'document' ? content.fileId !== null : content.body !== ''
}

function isVideoWhole({
  videoUrl,
  videoMinutes,
  videoMegabytes,
}: Pick<Content, 'videoUrl' | 'videoMinutes' | 'videoMegabytes'>): boolean {
  return videoUrl !== null && videoMinutes !== null && videoMegabytes !== null
}

interface Consent {
  readonly organisationId: string
  readonly textVersion: number
}

type Sides = Pick<Resource, 'kind' | 'communeId' | 'startupId' | 'version'>

/** The sides of a project that have not agreed to the text as it now is; nobody for what tells of no project. */
export function listWaiting(
  { kind, communeId, startupId, version }: Sides,
  consents: readonly Consent[],
): string[] {
  if (kind !== 'caseStudy') return []
  return [communeId, startupId]
    .filter((side) => side !== null)
    .filter(
      (side) =>
        !consents.some(
          ({ organisationId, textVersion }) => organisationId === side && textVersion === version,
        ),
    )
}

/** A page of Cauri weighs 14 KB at most: how many of them a video is worth. */
export function countPagesFor(megabytes: number): number {
  const pages = (megabytes * 1000) / 14
  return pages < 1000 ? Math.round(pages / 10) * 10 : Math.round(pages / 100) * 100
}

/** Minutes to download it at a speed in kilobits per second; rounded up. */
export function countMinutesAt(megabytes: number, kilobits: number): number {
  return Math.max(1, Math.ceil((megabytes * 8000) / kilobits / 60))
}
