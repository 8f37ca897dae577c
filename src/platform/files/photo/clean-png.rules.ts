/** A PNG of nothing but what draws it: texts, days, positions and what follows its end are left out. */
import type { Cleaned } from './photo.types.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND'])

export function cleanPng(bytes: Buffer): Cleaned | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null
  const chunks = readChunks(bytes)
  const [head] = chunks ?? []
  if (!chunks || head?.name !== 'IHDR' || head.end - head.start !== 25) return null
  if (!chunks.some(({ name }) => name === 'IDAT')) return null
  const parts = chunks
    .filter(({ name }) => kept.has(name))
    .map(({ start, end }) => bytes.subarray(start, end))
  return {
    bytes: Buffer.concat([signature, ...parts]),
    width: bytes.readUInt32BE(head.start + 8),
    height: bytes.readUInt32BE(head.start + 12),
  }
}

interface Chunk {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** To its end; null where it has none. */
function readChunks(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  let start = signature.length
  while (start + 12 <= bytes.length) {
    const end = start + 12 + bytes.readUInt32BE(start)
    const name = bytes.toString('latin1', start + 4, start + 8)
    if (end > bytes.length) return null
    chunks.push({ name, start, end })
    if (name === 'IEND') return chunks
    start = end
  }
  return null
}
