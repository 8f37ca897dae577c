/** How large a picture says it is, in its first bytes: what would fill the memory of whoever draws it is refused before. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Undefined when the bytes are neither a whole PNG header nor a JPEG frame. */
export function readPictureSize(bytes: Buffer): PictureSize | undefined {
  return readPng(bytes) ?? readJpeg(bytes)
}

function readPng(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** The frame of a JPEG: one of the markers C0 to CF, but for those that hold tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker % 4 !== 0
const isFirstFrame = (marker: number) => marker === 0xc0 || isFrame(marker)

function readJpeg(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (isFirstFrame(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
