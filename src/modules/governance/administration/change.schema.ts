/** A change proposed to one of the association's lists, and the versions that changes leave. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import type { ReferenceContent, ReferenceField } from '#platform/reference-list.ts'
import { fields } from '#platform/web.ts'
import type { ChangeStatus } from './change.workflow.ts'

export type ChangeKind = 'add' | 'revise' | 'end'

export type ReferenceChange = Omit<
  Selectable<Tables['governance.referenceChange']>,
  'status' | 'kind' | 'content'
> & {
  readonly status: ChangeStatus
  readonly kind: ChangeKind
  readonly content: ReferenceContent | null
}

export type ReferenceVersion = Omit<
  Selectable<Tables['governance.referenceVersion']>,
  'content'
> & { readonly content: ReferenceContent }

/** What every change says of itself. */
export const TermsInput = z.object({
  takesEffectOn: fields.day(),
  source: fields.text({ max: 500, missing: 'Indiquez où le texte se lit, ou « à confirmer »' }),
  sourceDate: fields.optionalDay(),
  sourceUrl: fields.optionalUrl(),
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez pourquoi ce changement' }),
})
export type Terms = z.infer<typeof TermsInput>

export const EntryCode = fields
  .text({ min: 2, max: 40, missing: 'Donnez un code à cette entrée' })
  .refine(
    (code) => /^[a-z][a-z0-9-]+$/.test(code) && code !== 'nouveau',
    'Écrivez le code en minuscules sans accent, chiffres et tirets, par exemple « cablage »',
  )

export interface Proposal {
  readonly kind: ChangeKind
  readonly key: string
  readonly label: string
  readonly content: ReferenceContent | null
  readonly terms: Terms
}

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: Record<string, string> }

/** What was typed, read by the fields the list declares: every fault at once. */
export function readTyped<T>(schema: z.ZodType<T>, typed: unknown): Read<T> {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? 'form')] ??= message
  return { ok: false, errors }
}

export function contentSchema(
  list: Readonly<Record<string, ReferenceField>>,
): z.ZodType<ReferenceContent> {
  const shape = Object.fromEntries(Object.entries(list).map(([name, { input }]) => [name, input]))
  return z.object(shape) as unknown as z.ZodType<ReferenceContent>
}
