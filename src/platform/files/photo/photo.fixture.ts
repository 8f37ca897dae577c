/** Photos made by hand, with what cameras and ill will put in them. */
import zlib from 'node:zlib'

export function segment(marker: number, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

/** What a telephone writes: which way is up, then anything. */
export function writeExif(orientation: number, more: string): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(more)]))
}

interface Jpeg {
  readonly before?: readonly Buffer[]
  readonly after?: Buffer
}

export function makeJpeg({ before = [], after = Buffer.alloc(0) }: Jpeg): Buffer {
  const frame = segment(0xc0, Buffer.from([8, 1, 224, 2, 128, 1, 1, 0x11, 0]))
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]))
  const picture = Buffer.concat([Buffer.from('PIXELS'), Buffer.from([0xff, 0, 1, 0xff, 0xd0, 2])])
  const [start, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
  const jfif = segment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')
  return Buffer.concat([start, jfif, ...before, frame, scan, picture, end, after])
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length, 0)
  head.write(name, 4, 'latin1')
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(zlib.crc32(Buffer.concat([head.subarray(4), body])))
  return Buffer.concat([head, body, crc])
}

interface Png {
  readonly text?: string
  readonly after?: string
  readonly width?: number
  readonly height?: number
}

export function makePng({ text = '', after = '', width = 2, height = 2 }: Png): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${text}`)),
    chunk('eXIf', Buffer.from(text)),
    chunk('IDAT', zlib.deflateSync(Buffer.from([0, 0, 0, 0, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(after),
  ])
}

function riffChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

export function makeWebp({ exif = '', after = '' }: { exif?: string; after?: string }): Buffer {
  const frame = Buffer.from('3001009d012a4001f00000', 'hex')
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riffChunk('VP8X', Buffer.from('0c0000003f0100ef0000', 'hex')),
    riffChunk('VP8 ', frame),
    riffChunk('EXIF', Buffer.from(exif)),
  ])
  const head = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.from(after)])
}
