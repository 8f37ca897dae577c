/** Who is invited to a session: organisations chosen together, or somebody who has no account. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import { type ParticipantKind, participantKinds } from '../sessions/session.schema.ts'

export type Answer = 'coming' | 'declined'

export type Invitation = Omit<Selectable<Tables['governance.invitation']>, 'kind' | 'answer'> & {
  readonly kind: ParticipantKind
  readonly answer: Answer | null
}

/** With the name that the list shows. */
export type NamedInvitation = Invitation & { readonly name: string }

/** The qualities in which a commune is invited. */
export const communeKinds = ['mayors', 'elected', 'staff'] as const

export const allStartups = 'all'

export const OrganisationsInput = z
  .object({
    kinds: fields.choices(communeKinds),
    departments: z.preprocess((value) => [value ?? []].flat(), z.array(z.string().max(10))),
    communeId: z.preprocess(
      (value) => value || null,
      z.uuid('Choisissez une commune de la liste').nullable(),
    ),
    startups: fields.optionalText(60),
  })
  .superRefine(({ kinds, departments, communeId, startups }, context) => {
    const invitesCommunes = departments.length > 0 || communeId !== null
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (invitesCommunes && kinds.length === 0)
      fault('kinds', 'Dites qui est invité dans ces communes')
    if (kinds.length > 0 && !invitesCommunes)
      fault('departments', 'Choisissez les départements, ou une commune')
    if (kinds.length === 0 && !invitesCommunes && startups === '')
      fault('kinds', 'Choisissez des communes ou des startups')
  })
export type OrganisationsValues = z.infer<typeof OrganisationsInput>

export const GuestInput = z.object({
  kind: fields.choice(participantKinds, 'Dites en quelle qualité'),
  guest: fields.text({ max: 200, missing: 'Écrivez une fonction ou une organisation' }),
  email: fields.optionalEmail(),
})
export type GuestValues = z.infer<typeof GuestInput>

export const AnswerInput = z
  .object({
    answer: fields.choice(['coming', 'declined']),
    seats: fields.optionalInteger(1, 50),
    representedBy: fields.optionalText(200),
  })
  .refine(({ answer, seats }) => answer !== 'coming' || seats !== null, {
    path: ['seats'],
    message: 'Dites combien de personnes viennent',
  })
export type AnswerValues = z.infer<typeof AnswerInput>
