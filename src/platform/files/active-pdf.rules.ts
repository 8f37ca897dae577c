/**
 * Whether a PDF holds something that runs: a script, a command, a player. Names are read as PDF writes them (« #4a » is « J »), outside of
 * streams and inside of those that hold objects; a picture or a text that only looks like one says nothing.
 */
import { inflateSync } from 'node:zlib'

const active = /\/(?:JavaScript|JS|Launch|RichMedia)(?![\w#])/
/** Objects are small: what unpacks to more is not made of them. */
const mostObjectBytes = 8_000_000

export function isActivePdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  let from = 0
  for (const stream of listStreams(text)) {
    if (holdsActive(text.slice(from, stream.start))) return true
    if (stream.holdsObjects && isActiveStream(bytes.subarray(stream.start, stream.end))) return true
    from = stream.end
  }
  return holdsActive(text.slice(from))
}

function holdsActive(text: string): boolean {
  const plain = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return active.test(plain)
}

interface Stream {
  readonly start: number
  readonly end: number
  readonly holdsObjects: boolean
}

/** How far back the dictionary of a stream may begin. */
const longestDictionary = 2000

function* listStreams(text: string): Generator<Stream> {
  const opening = /stream\r?\n/g
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index + found[0].length
    const closing = text.indexOf('endstream', start)
    const end = closing === -1 ? text.length : closing
    const before = text.slice(Math.max(0, found.index - longestDictionary), found.index)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    yield { start, end, holdsObjects: /\/ObjStm\b/.test(dictionary) }
    opening.lastIndex = end + 'endstream'.length
  }
}

/** What cannot be unpacked is not read by anybody else either. */
function isActiveStream(packed: Buffer): boolean {
  try {
    const unpacked = inflateSync(packed, { maxOutputLength: mostObjectBytes })
    return holdsActive(unpacked.toString('latin1'))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
  }
}
