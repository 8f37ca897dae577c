/** Where the stages of a plan stand on its drawing: one row each, time from left to right. */

export interface Stage {
  readonly name: string
  /** YYYY-MM-DD. */
  readonly dueOn: string
}

export interface PlacedStage {
  readonly number: number
  readonly y: number
  /** From the end of the stage before it. */
  readonly from: number
  readonly to: number
}

export interface TimelineLayout {
  readonly height: number
  readonly stages: readonly PlacedStage[]
  /** Null when today is before or after everything drawn. */
  readonly todayX: number | null
}

export const drawingWidth = 300
const left = 14
const right = drawingWidth - 16
const rowHeight = 64
const top = 34

const toNumber = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** A plan whose days are all the same still has a width. */
export function layOutTimeline(
  stages: readonly Stage[],
  startsOn: string,
  today: string,
): TimelineLayout {
  const days = [startsOn, ...stages.map(({ dueOn }) => dueOn)].map(toNumber)
  const first = Math.min(...days)
  const span = Math.max(...days) - first || 1
  const place = (day: string) => left + ((toNumber(day) - first) / span) * (right - left)
  const placed = stages.map(({ dueOn }, index) => {
    const to = place(dueOn)
    const from = Math.min(place(stages[index - 1]?.dueOn ?? startsOn), to)
    return { number: index + 1, y: top + index * rowHeight + 26, from, to }
  })
  const todayX = place(today)
  return {
    height: top + stages.length * rowHeight,
    stages: placed,
    todayX: todayX < left || todayX > right ? null : todayX,
  }
}
