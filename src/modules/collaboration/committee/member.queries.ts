/** Who sits in the committee of a call. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Member } from './member.schema.ts'

export async function listCommittee(db: Db, callId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('collaboration.callMember')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('namedAt')
    .orderBy('id')
    .execute()
  return rows as Member[]
}

export async function findMember(
  db: Db,
  callId: string,
  personId: string | null,
): Promise<Member | undefined> {
  if (personId === null) return undefined
  const row = await db
    .selectFrom('collaboration.callMember')
    .selectAll()
    .where('callId', '=', callId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row as Member | undefined
}

export async function getMember(db: Db, callId: string, memberId: string): Promise<Member> {
  const row = await db
    .selectFrom('collaboration.callMember')
    .selectAll()
    .where('id', '=', memberId)
    .where('callId', '=', callId)
    .executeTakeFirst()
  return orNotFound(row as Member | undefined)
}

export interface Seat {
  readonly callId: string
  readonly status: Member['status']
  readonly callTitle: string
  readonly callReference: string | null
  readonly callStatus: string
  readonly finishedAt: Date | null
}

/** The committees somebody sits in, while there is something for them to do. */
export async function listSeats(db: Db, personId: string): Promise<Seat[]> {
  const rows = await db
    .selectFrom('collaboration.callMember as member')
    .innerJoin('collaboration.call as call', 'call.id', 'member.callId')
    .select(['member.callId', 'member.status', 'member.finishedAt'])
    .select(['call.title as callTitle', 'call.reference as callReference'])
    .select('call.status as callStatus')
    .where('member.personId', '=', personId)
    .where('member.status', '<>', 'cut')
    .where('call.status', 'in', ['published', 'opened'])
    .orderBy('member.namedAt')
    .execute()
  return rows as Seat[]
}
