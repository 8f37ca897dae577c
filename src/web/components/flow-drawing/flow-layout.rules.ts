/** Where the steps of a procedure stand in its drawing: one lane for each party, one row for each step. */

export interface FlowStep {
  readonly name: string
  readonly by: string
  readonly paper?: string | undefined
}

export interface PlacedStep {
  readonly number: number
  readonly x: number
  readonly y: number
  /** The name, cut in lines that fit. */
  readonly lines: readonly string[]
  readonly by: string
  readonly paperLines: readonly string[]
}

const laneWidth = 30
const firstLane = 18
const lineHeight = 17
const smallLineHeight = 15
const gap = 22
const lineLength = 27
const smallLineLength = 31

export interface FlowLayout {
  readonly lanes: readonly { readonly by: string; readonly x: number }[]
  readonly textX: number
  readonly width: number
  readonly height: number
  readonly steps: readonly PlacedStep[]
}

export function layOutFlow(steps: readonly FlowStep[]): FlowLayout {
  const parties = [...new Set(steps.map(({ by }) => by))]
  const lanes = parties.map((by, index) => ({ by, x: firstLane + index * laneWidth }))
  const textX = firstLane + (parties.length - 1) * laneWidth + 26
  let y = gap
  const placed = steps.map((step, index) => {
    const lines = cutIntoLines(step.name, lineLength)
    const paperLines = step.paper ? cutIntoLines(step.paper, smallLineLength) : []
    const place = {
      number: index + 1,
      x: laneOf(lanes, step.by),
      y,
      lines,
      by: step.by,
      paperLines,
    }
    y += lines.length * lineHeight + (1 + paperLines.length) * smallLineHeight + gap
    return place
  })
  return { lanes, textX, width: textX + 222, height: y, steps: placed }
}

function laneOf(lanes: FlowLayout['lanes'], by: string): number {
  return lanes.find((lane) => lane.by === by)?.x ?? firstLane
}

/** Never cuts a word: a word longer than the line has the line for itself. */
export function cutIntoLines(text: string, length: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
