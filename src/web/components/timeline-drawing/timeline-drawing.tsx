import { formatShortDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  drawingWidth,
  layOutTimeline,
  type PlacedStage,
  type Stage,
} from './timeline-layout.rules.ts'

export type StageState = 'done' | 'partly' | 'waiting' | 'late' | 'planned' | 'refused'

export interface DrawnStage extends Stage {
  readonly state: StageState
  /** The state in words, French: colour and sign only repeat it. */
  readonly stateLabel: string
}

interface Props {
  label: string
  stages: readonly DrawnStage[]
  startsOn: string
  today: string
}

/** The stages of a plan in time; a table beside it must say the same. */
export function TimelineDrawing({ label, stages, startsOn, today }: Props) {
  const { height, stages: placed, todayX } = layOutTimeline(stages, startsOn, today)
  return (
    <svg class="flow" viewBox={`0 0 ${drawingWidth} ${height}`} role="img" aria-label={t(label)}>
      {todayX !== null && <Today x={todayX} height={height} />}
      {placed.map((place, index) => (
        <StageRow key={place.number} place={place} stage={stages[index] as DrawnStage} />
      ))}
    </svg>
  )
}

function Today({ x, height }: { x: number; height: number }) {
  const isRight = x > drawingWidth / 2
  return (
    <g>
      <line class="lane" x1={x} x2={x} y1="20" y2={height} />
      <text class="small" x={x} y="13" text-anchor={isRight ? 'end' : 'start'}>
        {t('Aujourd’hui')}
      </text>
    </g>
  )
}

const signs: Record<StageState, string> = {
  done: '✓',
  partly: '~',
  waiting: '?',
  late: '!',
  planned: '',
  refused: '×',
}
const lanes: Record<StageState, string> = {
  done: '',
  partly: 'lane-2',
  waiting: 'lane-2',
  late: 'lane-1',
  planned: 'lane-3',
  refused: 'lane-1',
}

const longestName = 33

function StageRow({ place, stage }: { place: PlacedStage; stage: DrawnStage }) {
  const { number, y, from, to } = place
  const { name, dueOn, state, stateLabel } = stage
  const shown = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name
  return (
    <g>
      <text class="name" x="2" y={y - 15}>
        {number}. {shown}
      </text>
      <line class="link" x1={from} x2={to} y1={y} y2={y} />
      <circle class={`node ${lanes[state]}`} cx={to} cy={y} r="9" />
      <text class="number" x={to} y={y + 4}>
        {signs[state]}
      </text>
      <text class="small" x="2" y={y + 22}>
        {formatShortDate(dueOn)} · {t(stateLabel)}
      </text>
    </g>
  )
}
