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

/**
 * « =HYPERLINK(…) » typed into a form would run in the spreadsheet of whoever opens the export, and so would « +2+cmd|… ». A
 * signed number or a telephone number is left as it is.
 */
function defuse(text: string): string {
  const isFormula =
    /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s().,-]*$/.test(text))
  return isFormula ? `'${text}` : text
}

function quote(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
