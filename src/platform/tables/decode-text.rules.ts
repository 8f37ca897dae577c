/** The letters of a text file, whichever way the spreadsheet wrote them: UTF-8, UTF-16 or the old Windows page. */
import { isUtf8 } from 'node:buffer'

export function detectEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

const pieceSize = 65_536

/** By pieces, without the mark that some files begin with. */
export function* decodeText(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(detectEncoding(bytes))
  for (let at = 0; at < bytes.length; at += pieceSize)
    yield decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true })
  yield decoder.decode()
}
