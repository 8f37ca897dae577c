import { t } from '#platform/i18n.ts'

export interface Bar {
  /** Translated already, or a name. */
  readonly label: string
  /** One after the other, in the order of the legend. */
  readonly parts: readonly number[]
}

interface Props {
  readonly title: string
  /** What each part is; its darkness tells it apart without its colour. */
  readonly legend: readonly string[]
  readonly bars: readonly Bar[]
  readonly format: (value: number) => string
}

/** A phone’s width: letters keep their size there. */
const width = 320
const rowHeight = 34
const barHeight = 16

/** Bars drawn on the server. The same figures stand in a table beside it: readers of screens are sent there. */
export function BarChart({ title, legend, bars, format }: Props) {
  const most = Math.max(1, ...bars.map(({ parts }) => sum(parts)))
  return (
    <figure class="bars">
      <figcaption class="meta">
        {legend.length > 1 &&
          legend.map((name, index) => (
            <span key={name}>
              <svg width="16" height="12" aria-hidden="true">
                <rect width="16" height="12" class={`part p${index}`} />
              </svg>{' '}
              {t(name)}{' '}
            </span>
          ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${bars.length * rowHeight}`} role="img" aria-label={t(title)}>
        {bars.map((bar, row) => (
          <BarRow key={bar.label} bar={bar} top={row * rowHeight} most={most} format={format} />
        ))}
      </svg>
    </figure>
  )
}

interface RowProps extends Pick<Props, 'format'> {
  readonly bar: Bar
  readonly top: number
  readonly most: number
}

function BarRow({ bar, top, most, format }: RowProps) {
  const lengths = bar.parts.map((part) => Math.round((part * width) / most))
  return (
    <>
      <text x="0" y={top + 12}>
        {bar.label}
        <tspan dx="6" font-weight="700">
          {format(sum(bar.parts))}
        </tspan>
      </text>
      {lengths.map((length, index) => (
        <rect
          key={index}
          class={`part p${index}`}
          x={sum(lengths.slice(0, index))}
          y={top + 16}
          width={length}
          height={barHeight}
        />
      ))}
    </>
  )
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
