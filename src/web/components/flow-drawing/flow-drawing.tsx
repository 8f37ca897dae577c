import { t } from '#platform/i18n.ts'
import { type FlowStep, layOutFlow, type PlacedStep } from './flow-layout.rules.ts'

interface Props {
  label: string
  /** `by` and `paper` are French; the party is written under each step, so that colour says nothing alone. */
  steps: readonly FlowStep[]
}

/** The steps of a procedure, from top to bottom, each in the lane of who acts. */
export function FlowDrawing({ label, steps }: Props) {
  const translated = steps.map(({ name, by, paper }) => ({
    name: t(name),
    by: t(by),
    paper: paper && t(paper),
  }))
  const { lanes, textX, width, height, steps: placed } = layOutFlow(translated)
  return (
    <svg class="flow" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t(label)}>
      {lanes.map(({ by, x }, index) => (
        <line key={by} class={`lane lane-${index}`} x1={x} x2={x} y1="4" y2={height - 8} />
      ))}
      {placed.slice(1).map((step, index) => (
        <Link key={step.number} from={placed[index] as PlacedStep} to={step} />
      ))}
      {placed.map((step) => (
        <StepMark
          key={step.number}
          step={step}
          textX={textX}
          lane={lanes.findIndex(({ by }) => by === step.by)}
        />
      ))}
    </svg>
  )
}

function Link({ from, to }: { from: PlacedStep; to: PlacedStep }) {
  const middle = to.y - 24
  return (
    <path
      class="link"
      d={`M${from.x} ${from.y}V${middle}C${from.x} ${middle + 12} ${to.x} ${middle} ${to.x} ${to.y}`}
    />
  )
}

function StepMark({ step, textX, lane }: { step: PlacedStep; textX: number; lane: number }) {
  const { x, y, number, lines, by, paperLines } = step
  const afterName = y + 4 + lines.length * 17
  return (
    <g>
      <circle class={`node lane-${lane}`} cx={x} cy={y} r="12" />
      <text class="number" x={x} y={y + 4.5}>
        {number}
      </text>
      <text class="name" x={textX} y={y + 4}>
        {lines.map((line, index) => (
          <tspan key={line} x={textX} dy={index === 0 ? 0 : 17}>
            {line}
          </tspan>
        ))}
      </text>
      <text class="small" x={textX} y={afterName}>
        <tspan>{by}</tspan>
        {paperLines.map((line) => (
          <tspan key={line} class="paper" x={textX} dy="15">
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}
