/** Writes archives as tests need them, among them one whose part is not of the size it tells. */
import { deflateRawSync } from 'node:zlib'

interface Packed {
  readonly name: string
  readonly bytes: Buffer
  /** What the archive says that it inflates to. */
  readonly size: number
}

export function writeArchive(parts: Readonly<Record<string, string>>, ...liars: Packed[]): Buffer {
  const packed = Object.entries(parts).map(([name, text]) => ({
    name,
    bytes: deflateRawSync(Buffer.from(text)),
    size: Buffer.byteLength(text),
  }))
  const locals: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const part of [...packed, ...liars]) {
    const local = Buffer.concat([writeLocal(part), Buffer.from(part.name), part.bytes])
    heads.push(Buffer.concat([writeHead(part, at), Buffer.from(part.name)]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(heads)
  return Buffer.concat([...locals, directory, writeEnd(heads.length, directory.length, at)])
}

function writeLocal({ name, bytes, size }: Packed): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(bytes.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(Buffer.byteLength(name), 26)
  return local
}

function writeHead({ name, bytes, size }: Packed, at: number): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(8, 10)
  head.writeUInt32LE(bytes.length, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(Buffer.byteLength(name), 28)
  head.writeUInt32LE(at, 42)
  return head
}

function writeEnd(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
