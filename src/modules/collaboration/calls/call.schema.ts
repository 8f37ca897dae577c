/** A call (« demande de cotation », « appel à solutions », « appel groupé », « défi »): what is asked, how it is judged, until when. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { CallStatus } from './call.workflow.ts'

export const callMechanisms = ['quotation', 'call', 'groupedCall', 'challenge'] as const
export type CallMechanism = (typeof callMechanisms)[number]

export type Call = Omit<Selectable<Tables['collaboration.call']>, 'status' | 'mechanism'> & {
  readonly status: CallStatus
  readonly mechanism: CallMechanism
}

export type Lot = Selectable<Tables['collaboration.callLot']>

export type Criterion = Omit<Selectable<Tables['collaboration.callCriterion']>, 'kind'> & {
  readonly kind: 'quality' | 'price'
}
