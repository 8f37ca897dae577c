/** What the association says of a day off. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'

export const NewHoliday = z
  .object({
    day: fields.day(),
    name: fields.text({ min: 2, max: 120, missing: 'Dites ce que l’on fête ce jour-là' }),
    source: fields.optionalText(500),
    isConfirmed: fields.checkbox(),
  })
  .refine(({ isConfirmed, source }) => !isConfirmed || source !== '', {
    path: ['source'],
    message: 'Indiquez le texte publié qui le confirme',
  })
export type NewHoliday = z.infer<typeof NewHoliday>
