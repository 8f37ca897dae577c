/**
 * FedaPay as the demonstration world and the tests have it: the same addresses, words and signatures, and a page where one decides
 * how the payment goes: paid, refused, noticed twice, noticed late or not at all. Never beside real people.
 */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Transaction {
  readonly id: number
  readonly amount: number
  readonly description: string
  readonly returnUrl: string
  status: 'pending' | 'approved' | 'declined'
}

export interface Simulator {
  readonly url: string
  readonly key: string
  readonly webhookSecret: string
  /** As the buttons of its page do. */
  decide(reference: string, fate: Fate): Promise<void>
  close(): Promise<void>
}

/** How many notices follow the decision. */
const notices = { pay: 1, payTwice: 2, paySilently: 0, refuse: 1 } as const
export type Fate = keyof typeof notices

interface Options {
  /** Where its notices go: the origin of the site, once it is known. */
  readonly noticeUrl: () => string
}

export async function startFedapaySimulator({ noticeUrl }: Options): Promise<Simulator> {
  const secrets = { key: 'sk_simulator', webhookSecret: 'wh_simulator' }
  const transactions = new Map<string, Transaction>()
  const decide = async (reference: string, fate: Fate) => {
    const transaction = transactions.get(reference)
    if (transaction?.status !== 'pending') return
    transaction.status = fate === 'refuse' ? 'declined' : 'approved'
    for (let sent = 0; sent < notices[fate]; sent += 1)
      await sendNotice(noticeUrl(), secrets.webhookSecret, transaction)
  }
  const server = createServer((request, response) => {
    answer(request, response, { transactions, key: secrets.key, decide }).catch(() => {
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}`
  return { url, ...secrets, decide, close: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

interface World {
  readonly transactions: Map<string, Transaction>
  readonly key: string
  readonly decide: Simulator['decide']
}

async function answer(request: IncomingMessage, response: ServerResponse, world: World) {
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

/** The page of the gateway, and its buttons. */
async function answerPayer(
  request: IncomingMessage,
  response: ServerResponse,
  { transactions, decide }: World,
  id: string,
) {
  const transaction = transactions.get(id)
  if (!transaction) return say(response, 404, { error: 'not found' })
  if (request.method === 'POST') {
    const fate = new URLSearchParams(await readBody(request)).get('fate') ?? ''
    if (fate in notices) await decide(id, fate as Fate)
    response.writeHead(303, { location: `${transaction.returnUrl}?status=approved&id=${id}` }).end()
    return
  }
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(writePage(transaction))
}

const fateButtons: Readonly<Record<Fate, string>> = {
  pay: 'Payer',
  payTwice: 'Payer, avis envoyé deux fois',
  paySilently: 'Payer, sans avis',
  refuse: 'Refuser',
}

function writePage({ id, amount, description }: Transaction): string {
  const buttons = Object.entries(fateButtons).map(
    ([fate, label]) => `<p><button name="fate" value="${fate}">${label}</button></p>`,
  )
  const safe = description.replace(/[<>&"]/g, '')
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Paiement simulé</title><main><h1>Paiement simulé</h1><p>Rien n’est débité. Transaction ${id} : ${safe}, ${amount} FCFA.</p><form method="post">${buttons.join('')}</form></main></html>`
}

async function sendNotice(url: string, secret: string, transaction: Transaction): Promise<void> {
  const name = `transaction.${transaction.status}`
  const body = JSON.stringify({ name, entity: { id: transaction.id, status: transaction.status } })
  const seconds = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-fedapay-signature': `t=${seconds},s=${signature}`,
    },
    body,
  }).catch(() => undefined)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function say(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}
