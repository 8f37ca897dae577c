/** A session of a commission, its agenda, who came, what was said, its documents. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields, mediaTypes, optionalFile } from '#platform/web.ts'
import type { SessionStatus } from './session.workflow.ts'

export type Session = Omit<Selectable<Tables['governance.session']>, 'status'> & {
  readonly status: SessionStatus
}
export type Commission = Selectable<Tables['governance.commission']>
export type AgendaItem = Selectable<Tables['governance.agendaItem']>
export type SessionDocument = Selectable<Tables['governance.sessionDocument']>

export const participantKinds = [
  'mayors',
  'elected',
  'staff',
  'administration',
  'startups',
  'resourcePeople',
] as const
export type ParticipantKind = (typeof participantKinds)[number]

export type Attendance = Omit<Selectable<Tables['governance.attendance']>, 'kind'> & {
  readonly kind: ParticipantKind
}

export interface Minutes {
  readonly opening: string
  readonly conclusions: string
  /** 0 while nothing was written. */
  readonly version: number
}

export interface Note {
  readonly body: string
  /** 0 while nothing was written. */
  readonly version: number
}

export interface FullSession {
  readonly session: Session
  readonly commission: Commission
  readonly agenda: readonly AgendaItem[]
  /** What was said, by item. */
  readonly notes: ReadonlyMap<string, Note>
  readonly minutes: Minutes
  readonly attendances: readonly Attendance[]
  readonly documents: readonly SessionDocument[]
}

export const SessionInput = z.object({
  commissionCode: fields.text({ max: 60, missing: 'Choisissez la commission' }),
  theme: fields.text({ min: 10, max: 300, missing: 'Donnez le thème de la session' }),
  place: fields.text({ max: 200, missing: 'Dites où elle se tient' }),
  communeId: z.preprocess(
    (value) => value || null,
    z.uuid('Choisissez une commune de la liste').nullable(),
  ),
  startsOn: fields.day(),
  endsOn: fields.day(),
  presidency: fields.optionalText(200),
  presentation: fields.optionalText(4000),
  version: fields.version(),
})
export type SessionValues = z.infer<typeof SessionInput>

const time = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null),
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Indiquez une heure, par exemple 09:30')
    .nullable(),
)

export const AgendaItemInput = z.object({
  title: fields.text({ max: 200, missing: 'Donnez un titre à ce point' }),
  heldOn: fields.day(),
  startsAt: time,
  presenter: fields.optionalText(200),
  body: fields.optionalText(4000),
  version: fields.version(),
})
export type AgendaItemValues = z.infer<typeof AgendaItemInput>

export const MinutesInput = z.object({
  opening: fields.optionalText(10_000),
  conclusions: fields.optionalText(10_000),
  version: fields.version(),
})

export const NoteInput = z.object({ body: fields.optionalText(10_000), version: fields.version() })

type PerKind<Name extends string, T> = { [Key in `${Name}-${ParticipantKind}`]: z.ZodType<T> }

function forKinds<Name extends string, T>(name: Name, field: z.ZodType<T>): PerKind<Name, T> {
  return Object.fromEntries(participantKinds.map((kind) => [`${name}-${kind}`, field])) as PerKind<
    Name,
    T
  >
}

export const AttendanceInput = z.object({
  ...forKinds('invited', fields.optionalInteger(0, 10_000)),
  ...forKinds('present', fields.optionalInteger(0, 10_000)),
  ...forKinds('organisations', fields.optionalText(4000)),
})
export type AttendanceValues = z.infer<typeof AttendanceInput>

export const DocumentInput = z.object({
  title: fields.text({ max: 200, missing: 'Donnez un titre au document' }),
  agendaItemId: z.preprocess(
    (value) => value || null,
    z.uuid('Choisissez un point de la liste').nullable(),
  ),
  file: optionalFile([mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg], 10),
  url: fields.optionalUrl(),
})
