/** Which part of the archive holds the sheet to read: the first one shown, wherever the program put it. */
import { t } from '../../i18n.ts'
import { UnreadableTable } from '../source-row.types.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'

export interface FoundSheet {
  readonly part: string
  readonly countsFrom1904: boolean
}

const workbook = 'xl/workbook.xml'

export async function findSheet(archive: Archive): Promise<FoundSheet> {
  if (!archive.has(workbook))
    throw new UnreadableTable(
      t(
        'Ce fichier n’est pas un classeur Excel : dans votre tableur, enregistrez-le au format « .xlsx » ou « CSV ».',
      ),
    )
  const sheets: { relation: string; isHidden: boolean }[] = []
  let countsFrom1904 = false
  for await (const _ of readXml(archive.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') countsFrom1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      const relation = attributes['r:id'] ?? attributes.id ?? ''
      sheets.push({ relation, isHidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  }));
  const chosen = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  const parts = await readRelations(archive)
  return { part: parts.get(chosen?.relation ?? '') ?? 'xl/worksheets/sheet1.xml', countsFrom1904 }
}

async function readRelations(archive: Archive): Promise<Map<string, string>> {
  const relations = new Map<string, string>()
  const part = 'xl/_rels/workbook.xml.rels'
  if (!archive.has(part)) return relations
  for await (const _ of readXml(archive.read(part), {
    open(name, { Id: id, Target: target }) {
      if (name === 'Relationship' && id && target) relations.set(id, resolvePart(target))
    },
  }));
  return relations
}

function resolvePart(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
