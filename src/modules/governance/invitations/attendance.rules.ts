/** What the invitations of a session say of who came, by quality. */
import { type ParticipantKind, participantKinds } from '../sessions/session.schema.ts'
import type { NamedInvitation } from './invitation.schema.ts'

export interface AttendanceSum {
  readonly kind: ParticipantKind
  readonly invited: number
  /** Null while nobody counted. */
  readonly present: number | null
  /** Of those who came. */
  readonly organisations: string
}

type Counted = Pick<NamedInvitation, 'kind' | 'name' | 'present' | 'sentAt'>

const longest = 4000

/** Only the qualities in which somebody was invited. */
export function sumAttendances(invitations: readonly Counted[]): AttendanceSum[] {
  return participantKinds.flatMap((kind) => {
    const invited = invitations.filter((one) => one.kind === kind && one.sentAt !== null)
    if (invited.length === 0) return []
    const counted = invited.flatMap(({ present }) => present ?? [])
    const came = invited.filter(({ present }) => (present ?? 0) > 0).map(({ name }) => name)
    return [
      {
        ...{ kind, invited: invited.length },
        present: counted.length > 0 ? counted.reduce((sum, one) => sum + one, 0) : null,
        organisations: joinUpTo(came, longest),
      },
    ]
  })
}

function joinUpTo(names: readonly string[], length: number): string {
  const all = names.join(', ')
  return all.length <= length ? all : `${all.slice(0, length - 1)}…`
}
