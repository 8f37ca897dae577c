/** The rows of a workbook's first sheet, as they go by. */
import { t } from '../../i18n.ts'
import { type RowLimits, type SourceRow, UnreadableTable } from '../source-row.types.ts'
import { findSheet } from './find-sheet.ts'
import { openArchive } from './open-archive.ts'
import { readXml } from './read-xml.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetRows } from './sheet-rows.ts'

export async function* readWorkbook(bytes: Buffer, limits: RowLimits): AsyncGenerator<SourceRow> {
  const archive = await openArchive(bytes, limits)
  const { part, countsFrom1904 } = await findSheet(archive)
  if (!archive.has(part)) throw new UnreadableTable(t('Ce classeur ne contient aucune feuille.'))
  const rows = new SheetRows(await readSharedStrings(archive, limits), limits)
  for await (const _ of readXml(archive.read(part), rows))
    for (const row of rows.take()) yield countsFrom1904 ? { ...row, countsFrom1904 } : row
}
