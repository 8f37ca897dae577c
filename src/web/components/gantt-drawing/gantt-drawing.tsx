import { t } from '#platform/i18n.ts'

export interface GanttRow {
  readonly name: string
  /** Null: out of the calendar. */
  readonly from: number | null
  readonly to: number | null
  /** In service after the work, to the end of the plan. */
  readonly runs: boolean
}

interface Props {
  label: string
  years: readonly number[]
  rows: readonly GanttRow[]
}

const rowHeight = 38
const top = 26

/**
 * A calendar by years: work is a full bar, service a line. A table beside it must say the same. Places along the years are
 * percentages: the drawing takes the width it is given, and its letters keep their size.
 */
export function GanttDrawing({ label, years, rows }: Props) {
  const [first = 0] = years
  const placeOf = (year: number) => `${round(((year - first) * 100) / years.length)}%`
  const height = top + rows.length * rowHeight
  return (
    <svg class="gantt" height={height} role="img" aria-label={t(label)}>
      {years.map((year) => (
        <g key={year}>
          <text class="year" x={placeOf(year)} dx="4" y="14">
            {year}
          </text>
          <line x1={placeOf(year)} x2={placeOf(year)} y1="0" y2={height} />
        </g>
      ))}
      {rows.map((row, index) => (
        <Row key={index} row={row} y={top + index * rowHeight} years={years} placeOf={placeOf} />
      ))}
    </svg>
  )
}

interface RowProps {
  row: GanttRow
  y: number
  years: readonly number[]
  placeOf: (year: number) => string
}

function Row({ row: { name, from, to, runs }, y, years, placeOf }: RowProps) {
  const last = years.at(-1) ?? 0
  return (
    <g>
      <foreignObject x="0" y={y} width="100%" height="21">
        <div class="name">{name}</div>
      </foreignObject>
      {from !== null && to !== null && (
        <>
          <rect
            x={placeOf(from)}
            y={y + 22}
            width={`${round(((to - from + 1) * 100) / years.length)}%`}
            height="9"
          />
          {runs && to < last && (
            <line class="runs" x1={placeOf(to + 1)} x2="100%" y1={y + 26.5} y2={y + 26.5} />
          )}
        </>
      )}
    </g>
  )
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100
}
