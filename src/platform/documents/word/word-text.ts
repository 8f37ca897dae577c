/** Words with emphasis, as runs of Word. */
import { TextRun } from 'docx'
import type { Line } from '../laid-out.types.ts'

export function toRuns(line: Line): TextRun[] {
  return line.flatMap(({ text, style }) =>
    text.split('\n').map(
      (part, index) =>
        new TextRun({
          text: part,
          ...(style === 'strong' && { bold: true }),
          ...(style === 'emphasis' && { italics: true }),
          ...(index > 0 && { break: 1 }),
        }),
    ),
  )
}
