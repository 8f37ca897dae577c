import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { drawLand, type MapAreas } from './land.ts'
import { placeLabels } from './map-labels.rules.ts'
import { type Circle, spreadCircles, toRadius } from './map-layout.rules.ts'
import { levelClass, levelSign } from './map-legend.tsx'
import { type Frame, placeIn } from './outline.ts'

export interface MapPoint {
  readonly name: string
  readonly href: string
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  /** 0 to 5, written in the circle; null when nothing is known. */
  readonly level: number | null
  readonly levelLabel: string
  /** Seats of departments have their name on the map. */
  readonly isSeat?: boolean
}

type Placed = MapPoint & Circle

export function placePoints(points: readonly MapPoint[], frame: Frame, largest: number): Placed[] {
  const circles = points.map((point) => {
    const [x, y] = placeIn(frame, point.latitude, point.longitude)
    return { ...point, x, y, radius: toRadius(point.population, largest) }
  })
  return spreadCircles(circles, frame).map(round)
}

function round(placed: Placed): Placed {
  const [x, y, radius] = [placed.x, placed.y, placed.radius].map(Math.round) as [
    number,
    number,
    number,
  ]
  return { ...placed, x, y, radius }
}

interface Props {
  label: string
  frame: Frame
  points: readonly Placed[]
  areas?: MapAreas | undefined
  /** The part that another panel enlarges. */
  inset?: { frame: Frame; label: string }
}

export function MapPanel({ label, frame, points, areas, inset }: Props) {
  const { land, borders } = drawLand(frame, areas)
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} aria-label={label}>
      <path d={land} />
      {borders && <path class="borders" d={borders} />}
      {inset && <Inset {...inset} bottom={frame.height} />}
      {groupByLevel(points).map(([level, group]) => (
        <g key={level} class={levelClass(level)}>
          {group.map((point) => (
            <Commune key={point.href} point={point} />
          ))}
        </g>
      ))}
      <g class="seats">
        {placeLabels(
          points.filter(({ isSeat }) => isSeat),
          points,
        ).map(({ name, x, y }) => (
          <text key={name} x={x} y={y}>
            {name}
          </text>
        ))}
      </g>
    </svg>
  )
}

function Inset({ frame, label, bottom }: { frame: Frame; label: string; bottom: number }) {
  const [x, y] = [Math.round(frame.left), Math.round(frame.top)]
  const width = Math.round(frame.width / frame.scale)
  const height = bottom - y - 1
  return (
    <g class="inset">
      <rect x={x} y={y} width={width} height={height} />
      <text x={x + width / 2} y={y + height / 2}>
        {label}
      </text>
    </g>
  )
}

/** Smallest last within a group, so that none hides another. */
function groupByLevel(points: readonly Placed[]): [number | null, Placed[]][] {
  const groups = new Map<number | null, Placed[]>()
  for (const point of [...points].sort((one, other) => other.radius - one.radius)) {
    groups.set(point.level, [...(groups.get(point.level) ?? []), point])
  }
  return [...groups]
}

function Commune({
  point: { name, href, population, level, levelLabel, x, y, radius },
}: {
  point: Placed
}) {
  return (
    <a href={href}>
      <title>{`${name}, ${formatNumber(population)}, ${t(levelLabel)}`}</title>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y + 4}>
        {levelSign(level)}
      </text>
    </a>
  )
}
