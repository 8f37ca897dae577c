/** Bars drawn on the server: a name, a track, its filled part; or, of quartiles, a band and the mark of its median. */
import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

export interface Bar {
  readonly label: string
  /** Where it ends, or where its median is; null is not known. */
  readonly value: number | null
  readonly band?: readonly [from: number, to: number]
}

interface Props {
  /** What is drawn, for whoever does not see it: the table beside says the figures. */
  readonly title: string
  readonly bars: readonly Bar[]
  readonly max: number
  readonly unit: string
}

const rowHeight = 34
const width = 320

export function BarChart({ title, bars, max, unit }: Props) {
  const place = (value: number) => Math.round((Math.min(value, max) / max) * width)
  return (
    <svg
      viewBox={`0 0 ${width} ${bars.length * rowHeight}`}
      width={width * 2}
      role="img"
      aria-label={t('{title} : le tableau qui suit donne les mêmes chiffres.', { title: t(title) })}
      fill="currentColor"
      font-size="11"
    >
      {bars.map(({ label, value, band }, row) => (
        <g key={label} transform={`translate(0 ${row * rowHeight})`}>
          <text y="12">{label}</text>
          <text x={width} y="12" text-anchor="end">
            {value === null ? '—' : `${formatDecimal(value)}${unit}`}
          </text>
          <rect y="17" width={width} height="9" opacity=".12" />
          {band && (
            <rect
              x={place(band[0])}
              y="17"
              width={place(band[1] - band[0])}
              height="9"
              opacity=".45"
            />
          )}
          {value !== null &&
            (band ? (
              <rect x={Math.max(0, place(value) - 2)} y="14" width="4" height="15" />
            ) : (
              <rect y="17" width={place(value)} height="9" opacity=".75" />
            ))}
        </g>
      ))}
    </svg>
  )
}
