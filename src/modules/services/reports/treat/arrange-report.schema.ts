/** What is asked to give a report to somebody, to group it, to publish it. */
import { z } from 'zod'
import type { Member } from '#modules/identity/index.ts'
import { isId } from '#platform/id.ts'
import { fields } from '#platform/web.ts'
import type { Treated } from './load-treated.ts'

export interface Assigning extends Pick<Treated, 'report'> {
  readonly departments: readonly string[]
  readonly members: readonly Member[]
}

export const Assignment = z.object({
  department: fields.text({ max: 80, missing: 'Dites quel service' }),
  assigneeId: z.preprocess((value) => value || null, z.string().refine(isId).nullable()),
})

export const Grouping = z.object({
  reference: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toUpperCase() : ''),
    z.string().regex(/^SIG-\d{4}-\d{4,}$/, 'Écrivez un numéro comme SIG-2026-0042'),
  ),
})

export const Publication = z
  .object({
    visibility: fields.choice(['waiting', 'shown', 'hidden'], 'Choisissez ce qui est public'),
    showsPhoto: fields.checkbox(),
    reason: fields.optionalText(500),
  })
  .superRefine(({ visibility, reason }, { addIssue }) => {
    if (visibility === 'hidden' && reason === '')
      addIssue({ code: 'custom', path: ['reason'], message: 'Dites pourquoi il est retiré' })
  })
