/** What sends a message, whichever way it goes. */

export interface QueuedMessage {
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly link: string | null
  readonly personId: string | null
  readonly topic: string
  /** Whether its reader may refuse the next ones of its kind. */
  readonly mayRefuse: boolean
}

/** Resolves when the message has left; throws when it has not, and the job is tried again later. */
export type Sender = (message: QueuedMessage) => Promise<void>
