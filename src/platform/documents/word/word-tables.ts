/** Tables of Word: those of figures with a head that comes back on each page, those of facts, and the signature boxes. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { LaidColumn, LaidSignatory, LaidTable, Line } from '../laid-out.types.ts'
import type { Tone } from '../model.types.ts'
import { shareWidth } from '../share-width.rules.ts'
import { toRuns } from './word-text.ts'

/** The width between the margins, in twentieths of a point. */
export const textWidth = 9300

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const pale = { style: BorderStyle.SINGLE, size: 4, color: 'C9C4B6' } as const
const edge = { style: BorderStyle.SINGLE, size: 8, color: '0A5B40' } as const
const lined = { top: none, left: none, right: none, bottom: pale, insideVertical: none } as const
export const unlined = { ...lined, bottom: none, insideHorizontal: none } as const

export function toTable(table: LaidTable): Table {
  const widths = shareWidth(table, textWidth, measureText)
  const row = (cells: readonly Line[], isTotal = false) =>
    new TableRow({
      cantSplit: true,
      children: cells.map((line, index) =>
        toCell(isTotal ? toStrong(line) : line, table.columns[index], isTotal),
      ),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...lined, insideHorizontal: pale },
    rows: [
      toHead(table.columns),
      ...(table.rows.length > 0 ? table.rows.map((cells) => row(cells)) : [toEmpty(table)]),
      ...(table.total ? [row(table.total, true)] : []),
    ],
  })
}

/** Word does not fit columns to what they hold. Wide letters are counted, bold ones wider: fonts differ between computers. */
const measureText = ({ length }: string, isHead: boolean) => length * (isHead ? 140 : 118) + 230

const toStrong = (line: Line): Line => line.map(({ text }) => ({ text, style: 'strong' }))

function toHead(columns: readonly LaidColumn[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column) =>
        new TableCell({
          shading: { fill: 'EEF3EF' },
          borders: { bottom: edge },
          children: [toCellText([{ text: column.label, style: 'strong' }], column)],
        }),
    ),
  })
}

function toCell(line: Line, column: LaidColumn | undefined, isTotal: boolean): TableCell {
  return new TableCell({
    ...(isTotal && { borders: { top: edge } }),
    children: [toCellText(line, column)],
  })
}

function toCellText(line: Line, column?: LaidColumn): Paragraph {
  const alignment = column?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new Paragraph({ style: 'Cell', alignment, children: toRuns(line) })
}

function toEmpty({ columns, whenEmpty }: LaidTable): TableRow {
  const children = [toCellText([{ text: whenEmpty, style: 'emphasis' }])]
  return new TableRow({ children: [new TableCell({ columnSpan: columns.length, children })] })
}

export function toFacts(items: readonly { term: string; value: Line }[]): Table {
  const widths = [Math.floor(textWidth * 0.33), Math.ceil(textWidth * 0.67)]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...lined, insideHorizontal: pale },
    rows: items.map(
      ({ term, value }) =>
        new TableRow({
          cantSplit: true,
          children: [[{ text: term }], value].map(
            (line) => new TableCell({ children: [toCellText(line)] }),
          ),
        }),
    ),
  })
}

const frames = {
  info: { fill: 'EEF3EF', color: '0A5B40' },
  warning: { fill: 'FCF0D3', color: '7D4F00' },
} as const

/** A box with a coloured edge, around what must not be missed. */
export function toFrame(tone: Tone, children: (Paragraph | Table)[]): Table {
  const { fill, color } = frames[tone]
  const margins = { top: 100, bottom: 40, left: 200, right: 160 }
  const cell = new TableCell({ shading: { fill }, margins, children })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    borders: { ...unlined, left: { style: BorderStyle.SINGLE, size: 18, color } },
    rows: [new TableRow({ children: [cell] })],
  })
}

export function toSignatures(signatories: readonly LaidSignatory[]): Table {
  const half = Math.floor(textWidth / 2)
  const pairs = signatories.flatMap((_, index) =>
    index % 2 === 0 ? [signatories.slice(index, index + 2)] : [],
  )
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: {
      top: pale,
      left: pale,
      right: pale,
      bottom: pale,
      insideHorizontal: pale,
      insideVertical: pale,
    },
    rows: pairs.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          height: { value: 2300, rule: HeightRule.ATLEAST },
          children: [0, 1].map((side) => new TableCell({ children: toSignatory(pair[side]) })),
        }),
    ),
  })
}

function toSignatory(signatory: LaidSignatory | undefined): Paragraph[] {
  if (!signatory) return [new Paragraph('')]
  const { capacity, name, evidence } = signatory
  const lines: Line[] = [[{ text: capacity, style: 'strong' }], ...(name ? [[{ text: name }]] : [])]
  return [
    ...lines.map((line) => toCellText(line)),
    new Paragraph({
      style: 'Small',
      children: toRuns([{ text: evidence ?? 'Signature et cachet' }]),
    }),
  ]
}
