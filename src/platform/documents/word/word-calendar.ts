/** A calendar as a table of Word: shaded where work is done, a dash where its service goes on. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { CalendarMark, LaidCalendar, Line } from '../laid-out.types.ts'
import { textWidth } from './word-tables.ts'
import { toRuns } from './word-text.ts'

const pale = { style: BorderStyle.SINGLE, size: 4, color: 'C9C4B6' } as const
const markWidth = 850

export function toCalendar({ columns, rows }: LaidCalendar): Table {
  const widths = [textWidth - columns.length * markWidth, ...columns.map(() => markWidth)]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      ...{ top: pale, left: pale, right: pale, bottom: pale },
      ...{ insideHorizontal: pale, insideVertical: pale },
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: ['Action', ...columns].map(
          (text) =>
            new TableCell({
              shading: { fill: 'EEF3EF' },
              children: [toText([{ text, style: 'strong' }])],
            }),
        ),
      }),
      ...rows.map(
        ({ label, marks }) =>
          new TableRow({
            cantSplit: true,
            children: [new TableCell({ children: [toText(label)] }), ...marks.map(toMark)],
          }),
      ),
    ],
  })
}

function toText(line: Line): Paragraph {
  return new Paragraph({ style: 'Cell', children: toRuns(line) })
}

const signs: Readonly<Record<CalendarMark, string>> = { work: '■', service: '–', none: '' }

function toMark(mark: CalendarMark): TableCell {
  const alignment = AlignmentType.CENTER
  return new TableCell({
    ...(mark === 'work' && { shading: { fill: 'B9D3C6' } }),
    children: [new Paragraph({ style: 'Cell', alignment, text: signs[mark] })],
  })
}
