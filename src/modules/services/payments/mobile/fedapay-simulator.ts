/** FedaPay as the demonstration world and the tests have it: the same addresses, words and signatures. */
import { createHmac } from 'node:crypto'
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

interface Transaction {
  readonly id: number
  readonly amount: number
  readonly description: string
  readonly returnUrl: string
  status: 'pending' | 'approved' | 'declined'
}

export interface FedapaySimulator {
  readonly url: string
  readonly key: string
  readonly webhookSecret: string
  /** As the buttons of its page do. */
  decide(reference: string, fate: Fate): Promise<void>
  close(): Promise<void>
}

export async function startFedapaySimulator(options: SimulatorOptions): Promise<FedapaySimulator> {
  const secrets = { key: 'sk_simulator', webhookSecret: 'wh_simulator' }
  const transactions = new Map<string, Transaction>()
  const decide = async (reference: string, fate: Fate) => {
    const transaction = transactions.get(reference)
    if (transaction?.status !== 'pending') return
    transaction.status = fates[fate].isPaid ? 'approved' : 'declined'
    await sendNotices(fate, options, () =>
      sendNotice(options.noticeUrl(), secrets.webhookSecret, transaction),
    )
  }
  const world = { transactions, key: secrets.key, decide }
  const server = await listen((request, response) => answer(request, response, world))
  return { ...server, ...secrets, decide }
}

interface World {
  readonly transactions: Map<string, Transaction>
  readonly key: string
  readonly decide: FedapaySimulator['decide']
}

function answer(request: IncomingMessage, response: ServerResponse, world: World) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const [, area = '', what = '', id = '', more = ''] = pathname.split('/')
  if (area === 'payer') return answerPayer(request, response, world, what)
  if (area !== 'v1' || what !== 'transactions') return say(response, 404, { error: 'not found' })
  if (request.headers.authorization !== `Bearer ${world.key}`)
    return say(response, 401, { error: 'unauthorized' })
  if (request.method === 'POST' && id === '') return begin(request, response, world)
  const found = world.transactions.get(id)
  if (!found) return say(response, 404, { error: 'not found' })
  if (more === 'token')
    return say(response, 200, {
      token: `tok_${id}`,
      url: `http://${request.headers.host}/payer/${id}`,
    })
  return say(response, 200, { 'v1/transaction': { ...found } })
}

async function begin(request: IncomingMessage, response: ServerResponse, world: World) {
  const order = JSON.parse(await readBody(request)) as Record<string, never>
  const id = world.transactions.size + 1001
  const transaction: Transaction = {
    ...{ id, amount: Number(order.amount), description: String(order.description) },
    ...{ returnUrl: String(order.callback_url), status: 'pending' },
  }
  world.transactions.set(String(id), transaction)
  say(response, 201, { 'v1/transaction': transaction })
}

async function answerPayer(
  request: IncomingMessage,
  response: ServerResponse,
  { transactions, decide }: World,
  id: string,
) {
  const transaction = transactions.get(id)
  if (!transaction) return say(response, 404, { error: 'not found' })
  const { description, amount, returnUrl } = transaction
  if (request.method !== 'POST')
    return showPage(response, `Transaction ${id} : ${description}`, amount)
  const fate = await readFate(request)
  if (fate) await decide(id, fate)
  goTo(response, `${returnUrl}?status=approved&id=${id}`)
}

function sendNotice(url: string, secret: string, { id, status }: Transaction): Promise<void> {
  const body = JSON.stringify({ name: `transaction.${status}`, entity: { id, status } })
  const seconds = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return post(url, { 'x-fedapay-signature': `t=${seconds},s=${signature}` }, body)
}
