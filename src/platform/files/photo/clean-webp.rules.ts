/** A WebP of one still picture and nothing beside it. */
import type { Cleaned } from './photo.types.ts'

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH'])
/** Of the flags of an extended file, the one that says something is seen through. */
const alpha = 0x10

export function cleanWebp(bytes: Buffer): Cleaned | null {
  const isWebp =
    bytes.length >= 20 &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 8, 12) === 'WEBP'
  const chunks = isWebp ? readChunks(bytes) : null
  const picture = chunks?.find(({ name }) => name === 'VP8 ' || name === 'VP8L')
  const size = picture && measure(picture)
  if (!chunks || !size) return null
  const parts = chunks.filter(({ name }) => kept.has(name)).map(writeChunk)
  const length = 4 + parts.reduce((sum, part) => sum + part.length, 0)
  const head = Buffer.alloc(12)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(length, 4)
  head.write('WEBP', 8, 'latin1')
  return { bytes: Buffer.concat([head, ...parts]), ...size }
}

interface Chunk {
  readonly name: string
  readonly body: Buffer
}

/** As far as the file says it goes; null where it is cut before. */
function readChunks(bytes: Buffer): Chunk[] | null {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return null
  const chunks: Chunk[] = []
  let at = 12
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) return null
    const name = bytes.toString('latin1', at, at + 4)
    chunks.push({ name, body: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function writeChunk({ name, body }: Chunk): Buffer {
  const said = name === 'VP8X' ? clearFlags(body) : body
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(said.length, 4)
  return Buffer.concat([head, said, Buffer.alloc(said.length % 2)])
}

function clearFlags(body: Buffer): Buffer {
  const said = Buffer.from(body)
  said[0] = (said[0] ?? 0) & alpha
  return said
}

function measure({ name, body }: Chunk): { width: number; height: number } | null {
  if (name === 'VP8L') {
    if (body.length < 5 || body[0] !== 0x2f) return null
    const bits = body.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (body.length < 10 || body.toString('hex', 3, 6) !== '9d012a') return null
  return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff }
}
