/** What a file is, told by its first bytes alone. */
import { fileTypeFromFile } from 'file-type'

const unknown = 'application/octet-stream'

export async function detectMediaType(file: string): Promise<string> {
  const found = await fileTypeFromFile(file).catch(() => undefined)
  return found?.mime ?? unknown
}
