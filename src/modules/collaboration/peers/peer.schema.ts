/** A question of one commune to another about a solution the other one uses. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { PeerStatus } from './peer.workflow.ts'

export type PeerEnquiry = Omit<Selectable<Tables['collaboration.peerEnquiry']>, 'status'> & {
  readonly status: PeerStatus
}

export const AskPeer = z.object({
  communeId: z.uuid('Choisissez une commune'),
  question: fields.text({ min: 20, max: 4000, missing: 'Écrivez votre question' }),
})

export const WriteToPeer = z.object({
  body: fields.text({ max: 4000, missing: 'Écrivez votre message' }),
})

export const DeclinePeer = z.object({
  reason: fields.text({ min: 10, max: 1000, missing: 'Indiquez pourquoi, en quelques mots' }),
})
