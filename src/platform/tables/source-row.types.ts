/** What every file of rows gives, whatever its format: cells by position, and the line people see in their spreadsheet. */

export type SourceCell = string | number | boolean | null

export interface SourceRow {
  /** As the spreadsheet numbers it, the first line being 1. */
  readonly line: number
  readonly cells: readonly SourceCell[]
  /** Workbooks made on old Macs count their days from 1904. */
  readonly countsFrom1904?: boolean
}

export interface RowLimits {
  readonly maxRows: number
  readonly maxColumns: number
  /** Of one cell, in characters. */
  readonly maxCell: number
  /** Of a part of a workbook once inflated. */
  readonly maxInflated: number
}

/** More than any commune keeps in one sheet, and far from what would hurt the server. */
export const usualLimits: RowLimits = {
  maxRows: 100_000,
  maxColumns: 200,
  maxCell: 10_000,
  maxInflated: 200_000_000,
}

/** The file cannot be read; the message is French and says what to do. */
export class UnreadableTable extends Error {}
