/** The rows of a file that somebody sends, told apart by its content: workbook or text, never by its name. */
import { t } from '../i18n.ts'
import { decodeText } from './decode-text.rules.ts'
import { CsvParser, detectSeparator } from './read-csv.rules.ts'
import { type RowLimits, type SourceRow, UnreadableTable, usualLimits } from './source-row.types.ts'
import { readWorkbook } from './workbook/read-workbook.ts'

/** Throws UnreadableTable when the file is not one of rows, or passes the limits. */
export async function* readRows(
  bytes: Buffer,
  limits: RowLimits = usualLimits,
): AsyncGenerator<SourceRow> {
  refuseOthers(bytes)
  const rows = isArchive(bytes) ? readWorkbook(bytes, limits) : readText(bytes, limits)
  let count = 0
  for await (const row of rows) {
    count++
    if (count > limits.maxRows)
      throw new UnreadableTable(
        t('Ce fichier a plus de {maxRows} lignes : coupez-le en plusieurs.', {
          maxRows: limits.maxRows,
        }),
      )
    yield row
  }
}

const startsWith = (bytes: Buffer, ...start: number[]) =>
  start.every((value, at) => bytes[at] === value)

const isArchive = (bytes: Buffer) => startsWith(bytes, 0x50, 0x4b, 3, 4)

function refuseOthers(bytes: Buffer): void {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableTable(
      t(
        'C’est un classeur d’un ancien format, ou protégé par un mot de passe : dans votre tableur, enregistrez-le au format « .xlsx » sans mot de passe.',
      ),
    )
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new UnreadableTable(
      t('C’est un PDF : demandez le tableau au format « .xlsx » ou « CSV ».'),
    )
  const isWide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  if (!isArchive(bytes) && !isWide && bytes.subarray(0, 4_000).includes(0))
    throw new UnreadableTable(
      t('Ce fichier n’est pas un tableau : enregistrez-le au format « .xlsx » ou « CSV ».'),
    )
}

function* readText(bytes: Buffer, { maxCell, maxColumns }: RowLimits): Generator<SourceRow> {
  let parser: CsvParser | undefined
  for (const text of decodeText(bytes)) {
    parser ??= new CsvParser(detectSeparator(text), maxCell)
    yield* checkWidths(parser.push(text), maxColumns)
  }
  if (parser) yield* checkWidths(parser.end(), maxColumns)
}

function* checkWidths(rows: readonly SourceRow[], maxColumns: number): Generator<SourceRow> {
  for (const row of rows) {
    if (row.cells.length > maxColumns)
      throw new UnreadableTable(
        t('La ligne {line} a plus de {maxColumns} colonnes : gardez seulement celles à importer.', {
          line: String(row.line),
          maxColumns,
        }),
      )
    yield row
  }
}
