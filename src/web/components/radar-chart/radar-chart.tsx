import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { cutIntoLines } from '../flow-drawing/flow-layout.rules.ts'
import {
  placeSpokes,
  placeValues,
  radarHeight,
  radarWidth,
  type Spoke,
  toPoints,
} from './radar-layout.rules.ts'

interface Props {
  /** What is drawn, for whoever does not see it; a table beside it must give the same figures. */
  label: string
  /** Null where nothing is known yet: at the centre, without a figure. */
  axes: readonly { readonly label: string; readonly value: number | null }[]
  /** Drawn in dashes over the first: a median, an earlier year. */
  other?: readonly number[]
  maximum?: number
}

/** Levels on several axes. The two shapes differ by their line, full or dashed, and each axis carries its figure. */
export function RadarChart({ label, axes, other, maximum = 5 }: Props) {
  const spokes = placeSpokes(axes.length)
  const rings = Array.from({ length: maximum }, (_, index) => index + 1)
  const own = placeValues(
    axes.map(({ value }) => value ?? 0),
    maximum,
  )
  return (
    <svg
      class="flow radar"
      viewBox={`0 0 ${radarWidth} ${radarHeight}`}
      role="img"
      aria-label={t(label)}
    >
      {rings.map((ring) => (
        <polygon
          key={ring}
          class="ring"
          points={toPoints(
            placeValues(
              axes.map(() => ring),
              maximum,
            ),
          )}
        />
      ))}
      <polygon class="own" points={toPoints(own)} />
      {own.map(({ x, y }, index) => (
        <circle key={axes[index]?.label} class="node" cx={x} cy={y} r="4" />
      ))}
      {other && <polygon class="other" points={toPoints(placeValues(other, maximum))} />}
      {axes.map((axis, index) => (
        <AxisName key={axis.label} {...axis} spoke={spokes[index] as Spoke} />
      ))}
    </svg>
  )
}

const lineHeight = 14

interface NameProps {
  label: string
  value: number | null
  spoke: Spoke
}

function AxisName({ label, value, spoke }: NameProps) {
  const { x, y } = spoke.label
  const lines = [...cutIntoLines(t(label), 13), value === null ? '—' : formatDecimal(value)]
  // Above the chart the text ends at its point, below it begins there, beside it is centred on it.
  const share = (y - 40) / (radarHeight - 88)
  const top = y + 10 - Math.min(Math.max(1 - share, 0), 1) * (lines.length - 1) * lineHeight
  return (
    <text class="small" x={x} y={Math.round(top)} text-anchor={spoke.anchor}>
      {lines.map((line, index) => (
        <tspan
          key={line}
          x={x}
          dy={index === 0 ? 0 : lineHeight}
          class={index === lines.length - 1 ? 'name' : undefined}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}
