/** A drawing of a few flat colours as a PNG file (ISO/IEC 15948): the same drawing is always the same bytes. */
import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const bitDepth = 8
const indexedColour = 3

/** One byte per pixel, line after line: its place in the palette. */
export function encodePng(
  { width, height, pixels }: { width: number; height: number; pixels: Uint8Array },
  palette: readonly Colour[],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitDepth, indexedColour], 8)
  return Buffer.concat([
    signature,
    writeChunk('IHDR', header),
    writeChunk('PLTE', Buffer.from(palette.flat())),
    writeChunk('IDAT', deflateSync(filterLines(pixels, width, height), { level: 9 })),
    writeChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each line begins with its filter: none. */
function filterLines(pixels: Uint8Array, width: number, height: number): Buffer {
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return lines
}

function writeChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(content.length, 0)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}
