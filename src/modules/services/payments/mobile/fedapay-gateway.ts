/**
 * FedaPay, by its public HTTP interface (docs.fedapay.com and its own libraries, read in November 2026): transactions, the page where
 * one pays, notices signed « t=seconds,s=hex » with HMAC-SHA256 of « seconds.body ». Money is given back from its own console only.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Config } from '#platform/config.ts'
import { callGateway } from './call-gateway.ts'
import type { Gateway, GatewayStatus, Notice } from './gateway.types.ts'

type Settings = NonNullable<Config['fedapay']>

const toleranceSeconds = 300
/** A notice is short; what is longer is not one. */
const longestNotice = 100_000

const statuses: Readonly<Record<string, GatewayStatus>> = {
  approved: 'paid',
  transferred: 'paid',
  declined: 'failed',
  canceled: 'failed',
  expired: 'failed',
  refunded: 'returned',
}

const Transaction = z.object({
  'v1/transaction': z.object({
    id: z.union([z.number(), z.string()]).transform(String),
    status: z.string().default('pending'),
    amount: z.number().default(0),
  }),
})
const Token = z.object({ url: z.url() })

export function createFedapay({ url, key, webhookSecret }: Settings): Gateway {
  const headers = { authorization: `Bearer ${key}` }
  const call = <Shape extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    shape: Shape,
    body?: object,
  ) => callGateway({ url: url + path, method, headers, shape, body })
  return {
    name: 'fedapay',
    async begin({ amount, description, returnUrl }) {
      const order = { amount, description, currency: { iso: 'XOF' }, callback_url: returnUrl }
      const begun = await call('POST', '/v1/transactions', Transaction, order)
      const { id } = begun['v1/transaction']
      const token = await call('POST', `/v1/transactions/${encodeURIComponent(id)}/token`, Token)
      return { reference: id, url: token.url }
    },
    async find(reference) {
      const path = `/v1/transactions/${encodeURIComponent(reference)}`
      const { status, amount } = (await call('GET', path, Transaction))['v1/transaction']
      return { status: statuses[status] ?? 'pending', amount, attemptId: null }
    },
    giveBack: null,
    readNotice: (rawBody, given, now) =>
      readNotice(webhookSecret, rawBody, [given['x-fedapay-signature']].flat()[0], now),
  }
}

const Event = z.object({
  name: z.string().max(100),
  entity: z.object({ id: z.union([z.number(), z.string()]).transform(String) }),
})

function readNotice(
  secret: string,
  rawBody: string,
  signature: string | undefined,
  now: Date,
): Notice | null {
  if (secret === '' || rawBody.length > longestNotice) return null
  if (!isSigned(secret, rawBody, signature ?? '', now)) return null
  const read = Event.safeParse(JSON.parse(rawBody))
  return read.success
    ? { reference: read.data.entity.id, event: read.data.name, attemptId: null }
    : { reference: null, event: 'unreadable', attemptId: null }
}

function isSigned(secret: string, rawBody: string, signature: string, now: Date): boolean {
  const [, seconds = ''] = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature) ?? []
  const [, given = ''] = /(?:^|,)s=([0-9a-f]{64})(?:,|$)/.exec(signature) ?? []
  if (seconds === '' || given === '') return false
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > toleranceSeconds) return false
  const expected = createHmac('sha256', secret).update(`${seconds}.${rawBody}`).digest()
  return timingSafeEqual(expected, Buffer.from(given, 'hex'))
}
