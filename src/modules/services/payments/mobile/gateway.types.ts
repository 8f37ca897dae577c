/** What a gateway of mobile money must do, whichever it is. Each call may fail: nothing is then known, and it is asked again. */
import type { IncomingHttpHeaders } from 'node:http'
import type { GatewayName } from './gateway-brands.ts'

export interface Order {
  /** Our own name for it. */
  readonly attemptId: string
  /** Whole FCFA. */
  readonly amount: number
  readonly description: string
  /** Where the gateway sends the browser back; what it brings there is never believed. */
  readonly returnUrl: string
}

export interface Begun {
  /** As the gateway names the transaction; null where it names it only once somebody pays. */
  readonly reference: string | null
  /** Where whoever pays goes. */
  readonly url: string
}

/** `pending` as long as the gateway has not said otherwise. */
export type GatewayStatus = 'pending' | 'paid' | 'failed' | 'returned'

export interface GatewayState {
  readonly status: GatewayStatus
  /** Whole FCFA, as the gateway has it. */
  readonly amount: number
  /** Which of our attempts the gateway says that it is for; null where it keeps no such name. */
  readonly attemptId: string | null
}

export interface Notice {
  readonly reference: string | null
  /** « transaction.approved » */
  readonly event: string
  /** For a gateway that names transactions itself: which of our attempts the notice is about. */
  readonly attemptId: string | null
}

export interface Gateway {
  readonly name: GatewayName
  begin(order: Order): Promise<Begun>
  find(reference: string): Promise<GatewayState>
  /** Null where its public interface cannot: money is then given back at the counter. */
  readonly giveBack: ((reference: string) => Promise<'returned' | 'refused'>) | null
  /** Null for a notice that does not come from the gateway, or was signed too long ago. */
  readNotice(rawBody: string, headers: IncomingHttpHeaders, now: Date): Notice | null
}

/** The gateway did not answer, or not what it should. */
export class GatewayFault extends Error {
  override readonly name = 'GatewayFault'
}
