/** Where a list goes on, as one word of an address: whoever reads it need not understand it, and only what fits is read back. */
import { z } from 'zod'

export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

const wrongCursor = 'Reprenez telle quelle l’adresse donnée par links.next'

/** `shape` is what the last row of a page is found again by. */
export function cursorOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string(wrongCursor)
    .max(600, wrongCursor)
    .transform((text, context): z.output<Shape> => {
      const found = shape.safeParse(parseCursor(text))
      if (found.success) return found.data
      context.addIssue({ code: 'custom', message: wrongCursor })
      return z.NEVER
    })
    .optional()
    .describe('La page suivante : donné par links.next.')
}

function parseCursor(text: string): unknown {
  if (!/^[\w-]+$/.test(text)) return null
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
