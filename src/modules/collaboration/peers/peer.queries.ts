/** Reading questions between communes. Row-level security shows them to the two communes only. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PeerEnquiry } from './peer.schema.ts'

export async function getEnquiry(db: Db, enquiryId: string): Promise<PeerEnquiry> {
  const row = await db
    .selectFrom('collaboration.peerEnquiry')
    .selectAll()
    .where('id', '=', enquiryId)
    .executeTakeFirst()
  return orNotFound(row) as PeerEnquiry
}

/** The questions a commune asked or was asked, the ones last touched first. */
export async function listEnquiries(db: Db, communeId: string): Promise<PeerEnquiry[]> {
  const rows = await db
    .selectFrom('collaboration.peerEnquiry')
    .selectAll()
    .where((row) =>
      row.or([row('askingCommuneId', '=', communeId), row('askedCommuneId', '=', communeId)]),
    )
    .orderBy('updatedAt', 'desc')
    .limit(200)
    .execute()
  return rows as PeerEnquiry[]
}

export interface PeerMessage {
  readonly authorId: string
  readonly authorOrganisationId: string
  readonly body: string
  readonly sentAt: Date
}

export async function listPeerMessages(db: Db, enquiryId: string): Promise<PeerMessage[]> {
  return db
    .selectFrom('collaboration.peerMessage')
    .select(['authorId', 'authorOrganisationId', 'body', 'sentAt'])
    .where('enquiryId', '=', enquiryId)
    .orderBy('sentAt')
    .orderBy('id')
    .limit(500)
    .execute()
}
