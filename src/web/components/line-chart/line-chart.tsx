import { formatDate, formatMonth } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  chooseMaximum,
  type Frame,
  type LinePoint,
  type Placed,
  placeLine,
  placeValue,
} from './line-layout.rules.ts'

interface Props {
  /** Translated already, or a name. */
  readonly title: string
  /** The oldest first. */
  readonly points: readonly LinePoint[]
  /** Drawn in dashes and without marks: a median, a country. Translated already. */
  readonly other?: { readonly label: string; readonly points: readonly LinePoint[] }
  readonly format: (value: number) => string
  /** The highest value there can be; a round one above the points when left out. */
  readonly maximum?: number
  /** Small, beside a figure that says the value. */
  readonly isSmall?: boolean
}

/** A phone’s width: letters keep their size there. */
const width = 320
const wordHeight = 18

/** A figure over time, drawn on the server: the marks carry the line without its colour, its ends carry their value and month. */
export function LineChart(props: Props) {
  const { points, other, isSmall } = props
  const known = points.filter(isKnown)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const frame = frameOf(props, first.day, last.day)
  return (
    <svg
      class="flow"
      viewBox={`0 0 ${width} ${frame.height + wordHeight}`}
      role="img"
      aria-label={describe(props, first, last)}
    >
      {!isSmall && <Scale frame={frame} format={props.format} />}
      {other && <Line stretches={placeLine(other.points, frame)} isDashed />}
      <Line stretches={placeLine(points, frame)} />
      {!isSmall && (
        <Ends {...props} frame={frame} ends={known.length > 1 ? [first, last] : [last]} />
      )}
      <text class="small" x={frame.left - 6} y={frame.height + 13}>
        {formatMonth(first.day)}
      </text>
      {known.length > 1 && (
        <text class="small" x={width} y={frame.height + 13} text-anchor="end">
          {formatMonth(last.day)}
        </text>
      )}
    </svg>
  )
}

interface Known extends LinePoint {
  readonly value: number
}

const isKnown = (point: LinePoint): point is Known => point.value !== null

function frameOf(props: Props, firstDay: string, lastDay: string): Frame {
  const { points, other, isSmall } = props
  const shown = [...points, ...(other?.points ?? [])].filter(isKnown)
  const maximum = props.maximum ?? chooseMaximum(shown.map(({ value }) => value))
  const height = isSmall ? 48 : 180
  const room = isSmall ? { margin: 6, left: 6 } : { margin: 20, left: 66 }
  return { width, height, ...room, firstDay, lastDay, maximum }
}

/** For whoever does not see it; the table beside says every figure. */
function describe({ title, other, format }: Props, first: Known, last: Known): string {
  const told = t('{title} : {first} le {firstDay}, {last} le {lastDay}.', {
    title,
    ...{ first: format(first.value), firstDay: formatDate(first.day) },
    ...{ last: format(last.value), lastDay: formatDate(last.day) },
  })
  return other ? `${told} ${t('En tirets : {other}.', { other: other.label })}` : told
}

function Scale({ frame, format }: { frame: Frame; format: Props['format'] }) {
  return [0, frame.maximum / 2, frame.maximum].map((value) => {
    const y = placeValue(value, frame)
    return (
      <g key={value}>
        <line class="lane" x1={frame.left - 6} x2={width} y1={y} y2={y} />
        <text class="small" x={frame.left - 10} y={y + 4} text-anchor="end">
          {format(value)}
        </text>
      </g>
    )
  })
}

function Line({ stretches, isDashed }: { stretches: Placed[][]; isDashed?: boolean }) {
  return stretches.map((stretch) => (
    <g key={stretch[0]?.index}>
      <polyline
        class="link"
        points={stretch.map(({ x, y }) => `${x},${y}`).join(' ')}
        stroke-dasharray={isDashed ? '5 4' : undefined}
      />
      {!isDashed &&
        listMarks(stretch).map(({ x, y, index }) => (
          <circle key={index} class="node" cx={x} cy={y} r="3.5" />
        ))}
    </g>
  ))
}

/** Beyond two years, the ends alone are marked. */
const mostMarks = 26

function listMarks(stretch: readonly Placed[]): Placed[] {
  return stretch.filter(
    (_, index) => stretch.length <= mostMarks || index === 0 || index === stretch.length - 1,
  )
}

function Ends({ frame, ends, format }: Props & { frame: Frame; ends: readonly Known[] }) {
  const lastDay = ends.at(-1)?.day
  return ends.map(({ day, value }) => (
    <text
      key={day}
      class="name"
      x={day === lastDay ? width - 4 : frame.left}
      y={placeValue(value, frame) - 9}
      text-anchor={day === lastDay ? 'end' : 'start'}
    >
      {format(value)}
    </text>
  ))
}
