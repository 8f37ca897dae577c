/** The parts of a Word document or workbook, which are archives. */
import { inflateRawSync } from 'node:zlib'

const entrySign = 0x02014b50

export function readZip(archive: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  for (let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; ) {
    if (archive.readUInt32LE(at) !== entrySign) break
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    ) as [number, number, number, number]
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    parts.set(name, readEntry(archive, archive.readUInt32LE(at + 42), size))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

function readEntry(archive: Buffer, at: number, size: number): string {
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const bytes = archive.subarray(start, start + size)
  const isPacked = archive.readUInt16LE(at + 8) === 8
  return (isPacked ? inflateRawSync(bytes) : bytes).toString('utf8')
}
