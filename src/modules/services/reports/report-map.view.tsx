/** Where reports are, roughly: numbers on a plain drawing, the same as those of the table beside it. */
import { t } from '#platform/i18n.ts'
import { spreadCircles } from '#web/components/benin-map/map-layout.rules.ts'
import { levelClass } from '#web/components/benin-map/map-legend.tsx'
import { layMap, type MapFrame } from './lay-map.rules.ts'
import type { ReportStatus } from './report.workflow.ts'

export interface MapMark {
  readonly number: number
  readonly reference: string
  readonly label: string
  readonly status: ReportStatus
  readonly latitude: number
  readonly longitude: number
}

const radius = 11
/** Darker is further on; the number says which one it is, and the table in what state. */
const levels: Readonly<Record<ReportStatus, number | null>> = {
  received: 1,
  inProgress: 2,
  resolved: 4,
  rejected: null,
  duplicate: null,
}

export function ReportMap({
  title,
  marks,
}: {
  readonly title: string
  readonly marks: readonly MapMark[]
}) {
  const frame = layMap(marks)
  const placed = spreadCircles(
    marks.map((mark) => ({ ...mark, radius, ...frame.place(mark) })),
    frame,
  )
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} aria-label={t(title)}>
        <path d={`M1 1h${frame.width - 2}v${frame.height - 2}H1z`} />
        {placed.map((mark) => (
          <Mark key={mark.reference} {...mark} />
        ))}
        <Scale frame={frame} />
      </svg>
      <figcaption>
        <p class="meta">
          {t('Le nord est en haut. Les positions sont arrondies à une centaine de mètres.')}
          {marks.length > 1 &&
            ` ${t('Les numéros sont ceux du tableau ; les cercles trop proches sont écartés.')}`}
        </p>
      </figcaption>
    </figure>
  )
}

function Mark({ number, reference, label, status, x, y }: MapMark & { x: number; y: number }) {
  const [left, top] = [Math.round(x), Math.round(y)]
  return (
    <a href={`/signalements/${reference}`} class={levelClass(levels[status])}>
      <title>{label}</title>
      <circle cx={left} cy={top} r={radius} />
      <text x={left} y={top + 4}>
        {number}
      </text>
    </a>
  )
}

function Scale({ frame: { height, scale } }: { readonly frame: MapFrame }) {
  const y = height - 10
  return (
    <g class="lx">
      <path d={`M10 ${y - 4}v4h${Math.round(scale.length)}v-4`} />
      <text x={10 + scale.length / 2} y={y - 6}>
        {scale.meters >= 1000
          ? t('{count} km', { count: scale.meters / 1000 })
          : t('{count} m', { count: scale.meters })}
      </text>
    </g>
  )
}
