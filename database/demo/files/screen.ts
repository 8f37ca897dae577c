/** Screens of fictional solutions, drawn: a bar with a title, then a list, a plan or a chart. */
import type { Buffer } from 'node:buffer'
import { listPoints } from './letters.ts'
import { type Colour, encodePng } from './png.ts'

const width = 640
const height = 400

const palette = [
  [255, 255, 255],
  [11, 74, 53],
  [238, 240, 235],
  [26, 33, 29],
  [217, 154, 43],
  [132, 190, 160],
  [162, 63, 23],
] as const satisfies readonly Colour[]
const colours = { paper: 0, band: 1, soft: 2, ink: 3, ochre: 4, green: 5, clay: 6 } as const
type ColourName = keyof typeof colours

export interface Screen {
  readonly title: string
  readonly layout: 'list' | 'plan' | 'chart'
  /** What is written: the lines of a list, the legend of a plan, the bars of a chart (« JUIN 42 »). */
  readonly lines: readonly string[]
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

class Drawing {
  readonly pixels = new Uint8Array(width * height)

  fill(box: Box, colour: ColourName): void {
    for (let y = box.y; y < Math.min(box.y + box.height, height); y += 1)
      this.pixels.fill(colours[colour], y * width + box.x, y * width + box.x + box.width)
  }

  write(text: string, x: number, y: number, size: number, colour: ColourName): void {
    for (const point of listPoints(text)) {
      const corner = { x: x + point.x * size, y: y + point.y * size }
      this.fill({ ...corner, width: size, height: size }, colour)
    }
  }
}

export function drawScreen({ title, layout, lines }: Screen): Buffer {
  const drawing = new Drawing()
  drawing.fill({ x: 0, y: 0, width, height: 56 }, 'band')
  drawing.write(title, 24, 18, 3, 'paper')
  layouts[layout](drawing, lines)
  return encodePng({ width, height, pixels: drawing.pixels }, palette)
}

const layouts: Readonly<
  Record<Screen['layout'], (drawing: Drawing, lines: readonly string[]) => void>
> = { list: drawList, plan: drawPlan, chart: drawChart }

function drawList(drawing: Drawing, lines: readonly string[]): void {
  for (const [place, line] of lines.entries()) {
    const y = 80 + place * 52
    drawing.fill({ x: 24, y, width: 592, height: 44 }, 'soft')
    drawing.fill({ x: 24, y, width: 6, height: 44 }, place % 3 === 1 ? 'ochre' : 'green')
    drawing.write(line, 48, y + 15, 2, 'ink')
  }
}

/** Plots on both sides of a street, some of them marked. */
function drawPlan(drawing: Drawing, lines: readonly string[]): void {
  const kinds = ['green', 'soft', 'ochre', 'green', 'clay', 'soft', 'green'] as const
  for (let place = 0; place < 24; place += 1) {
    const corner = { x: 24 + (place % 6) * 66, y: 80 + Math.floor(place / 6) * 74 }
    drawing.fill({ ...corner, width: 58, height: 62 }, kinds[place % kinds.length] ?? 'soft')
    drawing.write(String(place + 1), corner.x + 8, corner.y + 8, 2, 'ink')
  }
  for (const [place, line] of lines.entries()) {
    const colour = (['green', 'ochre', 'clay'] as const)[place % 3] ?? 'green'
    drawing.fill({ x: 436, y: 84 + place * 36, width: 18, height: 18 }, colour)
    drawing.write(line, 464, 86 + place * 36, 2, 'ink')
  }
}

function drawChart(drawing: Drawing, lines: readonly string[]): void {
  for (const [place, line] of lines.entries()) {
    const value = Number(/\d+$/.exec(line)?.[0] ?? 0)
    const y = 84 + place * 46
    drawing.write(line, 24, y + 10, 2, 'ink')
    drawing.fill({ x: 200, y, width: Math.round(value * 4), height: 34 }, 'green')
  }
}
