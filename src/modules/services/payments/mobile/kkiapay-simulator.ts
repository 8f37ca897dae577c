/** KKiaPay as the demonstration world and the tests have it: its page reads the order from its address, and names what is paid. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type Fate,
  fates,
  goTo,
  listen,
  post,
  readBody,
  readFate,
  type SimulatorOptions,
  say,
  sendNotices,
  showPage,
} from './simulator.ts'

interface Order {
  readonly amount: number
  readonly reason: string
  readonly callback: string
  readonly data: string
}

interface Transaction extends Order {
  readonly transactionId: string
  status: 'SUCCESS' | 'FAILED' | 'REVERTED'
}

export interface KkiapaySimulator {
  readonly url: string
  readonly pageUrl: string
  readonly publicKey: string
  readonly privateKey: string
  readonly secretKey: string
  readonly webhookSecret: string
  readonly isSandbox: boolean
  /** As the buttons of its page do: the name of the transaction. */
  pay(pageUrl: string, fate: Fate): Promise<string>
  /** It no longer gives this money back. */
  freeze(transactionId: string): void
  close(): Promise<void>
}

export async function startKkiapaySimulator(options: SimulatorOptions): Promise<KkiapaySimulator> {
  const keys = { publicKey: 'pk_simulator', privateKey: 'prv_simulator', secretKey: 'sk_simulator' }
  const webhookSecret = 'wh_simulator'
  const world: World = { transactions: new Map(), frozen: new Set(), keys, settle: noFate }
  world.settle = async (order, fate) => {
    const transactionId = `kk${String(world.transactions.size + 1).padStart(8, '0')}`
    const status = fates[fate].isPaid ? 'SUCCESS' : 'FAILED'
    const transaction: Transaction = { ...order, transactionId, status }
    world.transactions.set(transactionId, transaction)
    await sendNotices(fate, options, () =>
      sendNotice(options.noticeUrl(), webhookSecret, transaction),
    )
    return transactionId
  }
  const server = await listen((request, response) => answer(request, response, world))
  return {
    ...{ ...server, ...keys, webhookSecret, pageUrl: server.url, isSandbox: true },
    pay: (pageUrl, fate) => world.settle(readOrder(new URL(pageUrl)), fate),
    freeze: (transactionId) => void world.frozen.add(transactionId),
  }
}

interface World {
  readonly transactions: Map<string, Transaction>
  readonly frozen: Set<string>
  readonly keys: Readonly<Record<'publicKey' | 'privateKey' | 'secretKey', string>>
  settle: (order: Order, fate: Fate) => Promise<string>
}

const noFate = () => Promise.reject(new Error('not started'))

function readOrder({ search }: URL): Order {
  const text = Buffer.from(decodeURIComponent(search.slice(1)), 'base64').toString('utf8')
  return JSON.parse(text) as Order
}

async function answer(request: IncomingMessage, response: ServerResponse, world: World) {
  const address = new URL(request.url ?? '/', 'http://localhost')
  if (address.pathname === '/') return answerPayer(request, response, world, address)
  const { publicKey, privateKey, secretKey } = world.keys
  const { headers } = request
  if (
    headers['x-api-key'] !== publicKey ||
    headers['x-private-key'] !== privateKey ||
    headers['x-secret-key'] !== secretKey
  )
    return say(response, 401, { status: 'INVALID_CREDENTIALS' })
  const { transactionId } = JSON.parse(await readBody(request)) as { transactionId: string }
  const found = world.transactions.get(transactionId)
  if (!found) return say(response, 404, { status: 'TRANSACTION_NOT_FOUND' })
  if (address.pathname === '/api/v1/transactions/status')
    return say(response, 200, tellTransaction(found))
  if (address.pathname === '/api/v1/transactions/revert')
    return say(response, 200, { status: revert(found, world.frozen), transactionId })
  return say(response, 404, { error: 'not found' })
}

function tellTransaction({ transactionId, status, amount, reason, data }: Transaction) {
  return { type: 'DEBIT', transactionId, status, amount, reason, state: data, partnerId: data }
}

function revert(transaction: Transaction, frozen: ReadonlySet<string>): string {
  const isEligible = transaction.status === 'SUCCESS' && !frozen.has(transaction.transactionId)
  if (!isEligible) return 'TRANSACTION_NOT_ELIGIBLE'
  transaction.status = 'REVERTED'
  return 'SUCCESS'
}

async function answerPayer(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  address: URL,
) {
  const order = readOrder(address)
  if (request.method !== 'POST') return showPage(response, order.reason, order.amount)
  const fate = await readFate(request)
  if (!fate) return say(response, 400, { error: 'no fate' })
  const transactionId = await world.settle(order, fate)
  goTo(response, `${order.callback}?transaction_id=${transactionId}`)
}

function sendNotice(url: string, secret: string, transaction: Transaction): Promise<void> {
  const { transactionId, status, amount, data } = transaction
  const isPaymentSucces = status === 'SUCCESS'
  const event = isPaymentSucces ? 'transaction.success' : 'transaction.failed'
  const notice = { transactionId, isPaymentSucces, event, amount, stateData: data }
  return post(url, { 'x-kkiapay-secret': secret }, JSON.stringify(notice))
}
