/**
 * KKiaPay, by its public HTTP interface (docs.kkiapay.me and its own libraries, read in November 2026). A payment begins on its own page,
 * whose address carries the order, as its libraries for telephones do; KKiaPay names the transaction once somebody pays, and brings our
 * own name back as `state`. Its notices carry a shared secret rather than a signature: they prove nothing but where to look.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Config } from '#platform/config.ts'
import { callGateway } from './call-gateway.ts'
import type { Gateway, GatewayStatus, Notice, Order } from './gateway.types.ts'

type Settings = NonNullable<Config['kkiapay']>

const longestNotice = 100_000

const statuses: Readonly<Record<string, GatewayStatus>> = {
  SUCCESS: 'paid',
  FAILED: 'failed',
  REVERTED: 'returned',
}

/** Our own name for a transaction: text, or the object that some of its versions make of it. */
const State = z
  .union([z.string(), z.object({ attemptId: z.string() }).transform((state) => state.attemptId)])
  .nullish()
  .catch(null)
const Transaction = z.object({
  status: z.string().default('PENDING'),
  amount: z.coerce.number().int().default(0),
  state: State,
  partnerId: z.string().nullish().catch(null),
})
const Reverted = z.object({ status: z.string() })

export function createKkiapay(settings: Settings): Gateway {
  const { url, publicKey, privateKey, secretKey } = settings
  const headers = {
    accept: 'application/json',
    ...{ 'x-api-key': publicKey, 'x-private-key': privateKey, 'x-secret-key': secretKey },
  }
  const ask = <Shape extends z.ZodType>(what: 'status' | 'revert', id: string, shape: Shape) =>
    callGateway({
      ...{ url: `${url}/api/v1/transactions/${what}`, method: 'POST', headers, shape },
      body: { transactionId: id },
    })
  const find: Gateway['find'] = async (reference) => {
    const found = await ask('status', reference, Transaction)
    const attemptId = found.state || found.partnerId || null
    return { status: statuses[found.status] ?? 'pending', amount: found.amount, attemptId }
  }
  return {
    name: 'kkiapay',
    begin: async (order) => ({ reference: null, url: writePageUrl(settings, order) }),
    find,
    async giveBack(reference) {
      const { status } = await ask('revert', reference, Reverted)
      if (status === 'SUCCESS') return 'returned'
      // Asked again after a cut, it refuses what it has already given back.
      return (await find(reference)).status === 'returned' ? 'returned' : 'refused'
    },
    readNotice: (rawBody, given) =>
      readNotice(settings, rawBody, [given['x-kkiapay-secret']].flat()[0] ?? ''),
  }
}

/** Its page reads the order from its own address, as JSON in base64. */
function writePageUrl(
  { pageUrl, publicKey, isSandbox }: Settings,
  { attemptId, amount, description, returnUrl }: Order,
): string {
  const order = {
    ...{ serviceId: 'INTEGRATION', amount, reason: description, key: publicKey },
    ...{ sandbox: isSandbox, callback: returnUrl, data: attemptId, partnerId: attemptId },
    paymentMethods: ['momo'],
  }
  return `${pageUrl}/?${Buffer.from(JSON.stringify(order)).toString('base64')}`
}

const Event = z.object({
  transactionId: z.string().min(1).max(100),
  event: z.string().max(100).default('unnamed'),
  stateData: State,
})

function readNotice({ webhookSecret }: Settings, rawBody: string, given: string): Notice | null {
  if (webhookSecret === '' || rawBody.length > longestNotice) return null
  if (!isSame(webhookSecret, given)) return null
  const read = Event.safeParse(JSON.parse(rawBody))
  if (!read.success) return { reference: null, event: 'unreadable', attemptId: null }
  const { transactionId, event, stateData } = read.data
  return { reference: transactionId, event, attemptId: stateData ?? null }
}

function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(expected), digest(given))
}
