/**
 * What a telephone sends with a photo (where, when, whose) is taken out, and what hides behind one (another file after its end, a script in
 * a comment) goes with it: the photo is written anew from its own parts. Too large to be shown is refused before anybody opens it.
 */
import { cleanJpeg } from './clean-jpeg.rules.ts'
import { cleanPng } from './clean-png.rules.ts'
import { cleanWebp } from './clean-webp.rules.ts'
import type { Cleaned, Cleaner } from './photo.types.ts'

const cleaners: Readonly<Record<string, Cleaner>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
}

/** No telephone takes more; unpacked, each pixel is four bytes of whoever looks at it. */
export const mostPixels = 60_000_000

export type PhotoSize = Pick<Cleaned, 'width' | 'height'>

/** Null for what is not a whole photo; of a PNG, its head says it first. */
export function measurePhoto(bytes: Buffer, mediaType: string): PhotoSize | null {
  if (mediaType === 'image/png' && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  return cleaners[mediaType]?.(bytes) ?? null
}

export function cleanPhoto(bytes: Buffer, mediaType: string): Cleaned | null {
  const cleaned = cleaners[mediaType]?.(bytes) ?? null
  if (!cleaned) return null
  const { width, height } = cleaned
  return width > 0 && height > 0 && width * height <= mostPixels ? cleaned : null
}
