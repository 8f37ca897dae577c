/** SMS through an operator's HTTP gateway; README.md here tells what it must understand. */
import type { Config } from '../config.ts'
import type { QueuedMessage, Sender } from './sender.ts'
import { toSmsText } from './sms-text.rules.ts'

export function createSmsSender({ sms, origin }: Config): Sender {
  if (sms === null) return async () => {}
  return async (message) => {
    const response = await fetch(sms.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${sms.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        to: message.recipient,
        from: sms.sender,
        text: writeSms(message, origin),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    await response.body?.cancel()
    if (!response.ok) throw new GatewayRefusal(response.status)
  }
}

/** What the telephone shows. */
export function writeSms({ subject, body, link }: QueuedMessage, origin: string): string {
  return toSmsText(`${subject}. ${body}`, link === null ? null : origin + link)
}

class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal'
  readonly responseCode: number

  constructor(status: number) {
    super(`gateway answered ${status}`)
    this.responseCode = status
  }
}
