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

const width = 300
const rowHeight = 34
const top = 24
const longestName = 40

/** A calendar by years: work is a full bar, service a line. A table beside it must say the same. */
export function GanttDrawing({ label, years, rows }: Props) {
  const step = width / years.length
  const height = top + rows.length * rowHeight
  const first = years[0] ?? 0
  return (
    <svg class="flow" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t(label)}>
      {years.map((year, index) => (
        <g key={year}>
          <text class="small" x={index * step + 2} y="13">
            {year}
          </text>
          <line class="lane" x1={index * step} x2={index * step} y1="18" y2={height} />
        </g>
      ))}
      {rows.map((row, index) => (
        <Row key={index} row={row} y={top + index * rowHeight} first={first} step={step} />
      ))}
    </svg>
  )
}

interface RowProps {
  row: GanttRow
  y: number
  first: number
  step: number
}

function Row({ row: { name, from, to, runs }, y, first, step }: RowProps) {
  const shown = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name
  const end = to === null ? 0 : (to - first + 1) * step
  return (
    <g>
      <text class="small" x="2" y={y + 13}>
        {shown}
      </text>
      {from !== null && to !== null && (
        <>
          <rect
            class="node"
            x={(from - first) * step + 1}
            y={y + 18}
            width={Math.max(2, (to - from + 1) * step - 2)}
            height="9"
          />
          {runs && end < width && (
            <line class="link" x1={end} x2={width} y1={y + 22.5} y2={y + 22.5} />
          )}
        </>
      )}
    </g>
  )
}
