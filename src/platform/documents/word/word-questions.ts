/** Room for a pen, in Word: what is typed there takes its place. */
import { BorderStyle, Paragraph } from 'docx'
import type { LaidQuestion } from '../laid-out.types.ts'
import type { Room } from '../model.types.ts'
import { toRuns } from './word-text.ts'

export function toQuestion({ label, note, room }: LaidQuestion): Paragraph[] {
  return [
    new Paragraph({ keepNext: true, children: toRuns([{ text: label, style: 'strong' }]) }),
    ...(note ? [new Paragraph({ style: 'Small', keepNext: true, text: note })] : []),
    ...toRoom(room),
  ]
}

function toRoom(room: Room): Paragraph[] {
  switch (room.kind) {
    case 'boxes':
      return room.choices.map((choice) => new Paragraph({ text: `☐ ${choice}` }))
    case 'cells':
      return [new Paragraph({ text: room.groups.map((size) => '_ '.repeat(size)).join('  ') })]
    case 'frame':
      return toLines(3)
    case 'lines':
      return toLines(room.count)
  }
}

function toLines(count: number): Paragraph[] {
  const bottom = { style: BorderStyle.SINGLE, size: 4, color: '545D56', space: 1 }
  return Array.from({ length: count }, () => new Paragraph({ text: ' ', border: { bottom } }))
}
