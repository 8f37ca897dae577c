/** What a gateway of mobile money must do, whichever it is. Each call may fail: nothing is then known, and it is asked again. */

export interface Begun {
  /** As the gateway names the transaction. */
  readonly reference: string
  /** Where whoever pays goes. */
  readonly url: string
}

/** `pending` as long as the gateway has not said otherwise. */
export type GatewayStatus = 'pending' | 'paid' | 'failed'

export interface GatewayState {
  readonly status: GatewayStatus
  /** Whole FCFA, as the gateway has it. */
  readonly amount: number
}

export interface Notice {
  readonly reference: string | null
  /** « transaction.approved » */
  readonly event: string
}

export interface Gateway {
  readonly name: 'fedapay'
  begin(order: {
    readonly amount: number
    readonly description: string
    /** Where the gateway sends the browser back; what it brings there is never believed. */
    readonly returnUrl: string
  }): Promise<Begun>
  find(reference: string): Promise<GatewayState>
  /** Null for a notice that the gateway did not sign, or signed too long ago. */
  readNotice(rawBody: string, signature: string | undefined, now: Date): Notice | null
}

/** The gateway did not answer, or not what it should. */
export class GatewayFault extends Error {
  override readonly name = 'GatewayFault'
}
