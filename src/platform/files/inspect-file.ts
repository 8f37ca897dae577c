/** What a file truly is, by its bytes, and whether it may be kept: nothing that runs, nothing that no screen could show. */
import { readFile } from 'node:fs/promises'
import { isActivePdf } from './active-pdf.rules.ts'
import { detectMediaType } from './media-type.ts'
import { measurePhoto, mostPixels } from './photo/clean-photo.rules.ts'

export type Hazard = 'active' | 'hugeImage'

export interface Inspected {
  readonly mediaType: string
  readonly hazard: Hazard | null
}

export async function inspectFile(file: string): Promise<Inspected> {
  const mediaType = await detectMediaType(file)
  return { mediaType, hazard: await findHazard(file, mediaType) }
}

async function findHazard(file: string, mediaType: string): Promise<Hazard | null> {
  if (mediaType === 'application/pdf') return isActivePdf(await readFile(file)) ? 'active' : null
  if (!mediaType.startsWith('image/')) return null
  const size = measurePhoto(await readFile(file), mediaType)
  return size && size.width * size.height > mostPixels ? 'hugeImage' : null
}
