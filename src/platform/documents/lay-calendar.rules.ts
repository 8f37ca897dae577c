/** A calendar as a table of marks. */
import type { CalendarMark, LaidCalendar } from './laid-out.types.ts'
import { cleanText, layText } from './lay-text.rules.ts'
import type { Calendar, CalendarRow } from './model.types.ts'

export function layCalendar({ columns, rows, legend }: Calendar): LaidCalendar {
  return {
    kind: 'calendar',
    columns: columns.map(cleanText),
    rows: rows.map((row) => ({
      label: layText(row.label),
      marks: columns.map((_, index) => markOf(row, index)),
    })),
    legend: legend ? cleanText(legend) : null,
  }
}

function markOf({ from, to, goesOn }: CalendarRow, index: number): CalendarMark {
  if (index >= from && index <= to) return 'work'
  return goesOn && index > to ? 'service' : 'none'
}
