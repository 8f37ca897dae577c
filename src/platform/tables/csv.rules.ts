/** Comma-separated values as French spreadsheets open them: semicolons, and text that is never taken for a formula. */

export type Cell = string | number | boolean | null | Date | readonly unknown[]

/** Tells a spreadsheet that the text is UTF-8. */
export const byteOrderMark = '\ufeff'

export function writeCsvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quote(writeCell(cell))).join(';')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (Array.isArray(cell)) return cell.map((item) => writeCell(item as Cell)).join('|')
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
  return typeof cell === 'string' ? defuse(cell) : String(cell)
}

/** « =HYPERLINK(…) » typed into a form would run in the spreadsheet of whoever opens the export. */
function defuse(text: string): string {
  return /^(?:[=@\t\r]|[+-](?![\d(]))/.test(text) ? `'${text}` : text
}

function quote(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export interface CsvRecord {
  /** Where the record begins in the file, the header being on line 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads semicolons or commas, whichever the first line uses more; undefined when a quote is never closed. */
export function readCsv(text: string): CsvRecord[] | undefined {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const head = /^[^\r\n]*/.exec(body)?.[0] ?? ''
  const separator = head.split(';').length >= head.split(',').length ? ';' : ','
  const records: CsvRecord[] = []
  const token = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`,
    'y',
  )
  let cells: string[] = []
  let line = 1
  let startsAt = 1
  while (token.lastIndex < body.length || cells.length > 0) {
    const found = token.exec(body)
    if (!found) return undefined
    const [whole, quoted, plain = '', end = ''] = found
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += whole.split('\n').length - 1
    if (end === separator) continue
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line: startsAt, cells })
    cells = []
    startsAt = line
    if (end === '') break
  }
  return records
}
