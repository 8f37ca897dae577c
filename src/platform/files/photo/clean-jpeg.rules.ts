/**
 * A JPEG without what a camera or anybody else wrote beside the picture: position, day, name, comments, what follows its end. Only which
 * way is up is kept.
 */
import type { Cleaned } from './photo.types.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const exif = 0xe1
/** What the picture is made of: tables, frames, scans, and the two marks that say how colours are written. */
const isKept = (marker: number) =>
  marker === 0xe0 || marker === 0xee || (marker >= 0xc0 && marker <= 0xdf && marker !== 0xd8)
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

interface Segment {
  readonly marker: number
  readonly start: number
  /** After its length and what it says; for a scan, after its picture too. */
  readonly end: number
}

export function cleanJpeg(bytes: Buffer): Cleaned | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null
  const segments = readSegments(bytes)
  const frame = segments?.find(({ marker }) => isFrame(marker))
  if (!segments || !frame || !segments.some(({ marker }) => marker === startOfScan)) return null
  if (frame.end - frame.start < 9) return null
  const kept = segments.filter(({ marker }) => isKept(marker))
  const orientation = findOrientation(bytes, segments)
  const parts = kept.map(({ start, end }) => bytes.subarray(start, end))
  return {
    bytes: Buffer.concat([
      Buffer.from([0xff, startOfImage]),
      ...(orientation === null ? [] : [writeOrientation(orientation)]),
      ...parts,
      Buffer.from([0xff, endOfImage]),
    ]),
    height: bytes.readUInt16BE(frame.start + 5),
    width: bytes.readUInt16BE(frame.start + 7),
  }
}

/** Null where it is cut, or is not built as a JPEG is. */
function readSegments(bytes: Buffer): Segment[] | null {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length || bytes[at + 1] === endOfImage) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === endOfImage) return segments
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const said = at + 2 + length
    if (length < 2 || said > bytes.length) return null
    const end = marker === startOfScan ? findEndOfScan(bytes, said) : said
    segments.push({ marker, start: at, end })
    at = end
  }
  return null
}

/** Within the picture, 0xff is followed by 0 or by the mark of a restart; anything else begins the next part. */
function findEndOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  return bytes.length
}

const exifMark = Buffer.from('Exif\0\0', 'latin1')
const orientationTag = 0x0112

function findOrientation(bytes: Buffer, segments: readonly Segment[]): number | null {
  const found = segments.find(
    ({ marker, start, end }) =>
      marker === exif && bytes.subarray(start + 4, end).indexOf(exifMark) === 0,
  )
  return found ? readOrientation(bytes.subarray(found.start + 10, found.end)) : null
}

/** In the first directory of a TIFF, in either order of bytes; null where there is none to be believed. */
function readOrientation(tiff: Buffer): number | null {
  if (tiff.length < 14) return null
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return null
  const count = Math.min(short(directory), 64)
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > tiff.length) return null
    if (short(entry) !== orientationTag) continue
    const value = short(entry + 8)
    return value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** A directory of one entry. */
function writeOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from([0xff, exif, 0, 2 + exifMark.length + tiff.length])
  return Buffer.concat([head, exifMark, tiff])
}
