/** What the association says of a heading. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import { sections } from './budget.schema.ts'

export const AccountInput = z
  .object({
    label: fields.text({ min: 2, max: 120, missing: 'Nommez le compte' }),
    code: fields.optionalText(20),
    hint: fields.optionalText(500),
    usualSection: z.preprocess((value) => value || null, z.enum(sections).nullable()),
    validFrom: fields.day(),
    validTo: fields.optionalDay(),
    isConfirmed: fields.checkbox(),
    source: fields.text({ max: 500, missing: 'Indiquez où le texte se lit' }),
    reason: fields.text({ min: 10, max: 1000, missing: 'Indiquez pourquoi' }),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    message: 'La fin est avant le début',
  })
  .refine(({ isConfirmed, code }) => !isConfirmed || code !== '', {
    path: ['code'],
    message: 'Un compte confirmé a un code',
  })
export type AccountInput = z.infer<typeof AccountInput>
