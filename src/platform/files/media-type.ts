/** What a file is, told by its first bytes alone. */
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'

const unknown = 'application/octet-stream'

export async function detectMediaType(file: string | Uint8Array): Promise<string> {
  const reading = typeof file === 'string' ? fileTypeFromFile(file) : fileTypeFromBuffer(file)
  const found = await reading.catch(() => undefined)
  return found?.mime ?? unknown
}
