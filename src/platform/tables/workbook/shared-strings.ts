/** The texts that the cells of a workbook point to by number: the one part that is kept whole, within a limit. */
import { t } from '../../i18n.ts'
import { type RowLimits, UnreadableTable } from '../source-row.types.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'

const part = 'xl/sharedStrings.xml'
const maxStrings = 1_000_000
const maxSigns = 40_000_000

export async function readSharedStrings(
  archive: Archive,
  { maxCell }: Pick<RowLimits, 'maxCell'>,
): Promise<string[]> {
  const strings: string[] = []
  if (!archive.has(part)) return strings
  const gathered = new TextGatherer()
  let signs = 0
  for await (const _ of readXml(archive.read(part), {
    open: (name) => gathered.open(name),
    text: (text) => gathered.add(text, maxCell),
    close: (name) => {
      if (name !== 'si') return gathered.close(name)
      const text = gathered.take()
      signs += text.length
      strings.push(text)
    },
  })) {
    if (strings.length > maxStrings || signs > maxSigns)
      throw new UnreadableTable(
        t('Ce classeur contient trop de textes : gardez seulement la feuille à importer.'),
      )
  }
  return strings
}

/** The text of runs in various styles, without the reading aids of Asian scripts. */
export class TextGatherer {
  #text = ''
  #isText = false
  #isAid = false

  open(name: string): void {
    if (name === 'rPh') this.#isAid = true
    this.#isText = name === 't' && !this.#isAid
  }

  add(text: string, maxCell: number): void {
    if (this.#isText && this.#text.length <= maxCell) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#isAid = false
    if (name === 't') this.#isText = false
  }

  take(): string {
    const text = decodeEscapes(this.#text)
    this.#text = ''
    return text
  }
}

/** Signs that XML cannot hold are written « _x000D_ ». */
function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}
