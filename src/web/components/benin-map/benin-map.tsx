import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { placeLabels } from './map-labels.rules.ts'
import { type Circle, spreadCircles, toRadius } from './map-layout.rules.ts'
import { beninOutline, mapHeight, mapWidth, projectPoint } from './outline.ts'

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

interface Props {
  title: string
  points: readonly MapPoint[]
  legend: readonly { level: number | null; label: string }[]
}

type Placed = MapPoint & Circle

/** Each commune is a circle sized by population; the figure inside and the colour both tell the level. */
export function BeninMap({ title, points, legend }: Props) {
  const placed = placePoints(points)
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-label={t(title)}>
        <path d={beninOutline} />
        <Labels points={placed.filter((point) => point.isSeat)} />
        {groupByLevel(placed).map(([level, group]) => (
          <g key={level} class={levelClass(level)}>
            {group.map((point) => (
              <Commune key={point.href} point={point} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <Legend legend={legend} />
        <p class="meta">
          {t(
            'La taille du cercle suit la population. Les cercles trop proches sont écartés pour rester lisibles.',
          )}
        </p>
      </figcaption>
    </figure>
  )
}

function placePoints(points: readonly MapPoint[]): Placed[] {
  const largest = Math.max(...points.map(({ population }) => population), 1)
  const circles = points.map((point) => {
    const [x, y] = projectPoint(point.latitude, point.longitude)
    return { ...point, x, y, radius: toRadius(point.population, largest) }
  })
  return spreadCircles(circles)
}

/** Smallest last within a group, so that none hides another. */
function groupByLevel(points: readonly Placed[]): [number | null, Placed[]][] {
  const groups = new Map<number | null, Placed[]>()
  for (const point of [...points].sort((one, other) => other.radius - one.radius)) {
    groups.set(point.level, [...(groups.get(point.level) ?? []), point])
  }
  return [...groups]
}

const levelClass = (level: number | null) => (level === null ? 'lx' : `l${level}`)

function Commune({ point }: { point: Placed }) {
  const [x, y] = [Math.round(point.x), Math.round(point.y)]
  return (
    <a href={point.href}>
      <title>{`${point.name}, ${formatNumber(point.population)}, ${t(point.levelLabel)}`}</title>
      <circle cx={x} cy={y} r={Math.round(point.radius)} />
      <text x={x} y={y + 3}>
        {point.level ?? '?'}
      </text>
    </a>
  )
}

function Labels({ points }: { points: readonly Placed[] }) {
  return (
    <g class="seats">
      {placeLabels(points, mapWidth).map(({ name, x, y, anchor, line }) => (
        <g key={name}>
          {line && <path d={line} />}
          <text x={x} y={y} text-anchor={anchor}>
            {name}
          </text>
        </g>
      ))}
    </g>
  )
}

function Legend({ legend }: Pick<Props, 'legend'>) {
  return (
    <ul class="legend">
      {legend.map(({ level, label }) => (
        <li key={label}>
          <svg
            class={levelClass(level)}
            viewBox="0 0 20 20"
            width="20"
            height="20"
            aria-hidden="true"
          >
            <circle cx="10" cy="10" r="9" />
            <text x="10" y="13">
              {level ?? '?'}
            </text>
          </svg>
          {t(label)}
        </li>
      ))}
    </ul>
  )
}
