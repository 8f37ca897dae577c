/**
 * What the gateways that pretend have in common: a page where one decides how the payment goes (paid, refused, noticed twice, late or not
 * at all), and the words of HTTP. Never beside real people.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Outcome {
  readonly button: string
  readonly isPaid: boolean
  /** How many times the notice is sent. */
  readonly notices: number
  readonly isLate?: boolean
}

export const fates = {
  pay: { button: 'Payer', isPaid: true, notices: 1 },
  payTwice: { button: 'Payer, avis envoyé deux fois', isPaid: true, notices: 2 },
  payLate: { button: 'Payer, avis envoyé plus tard', isPaid: true, notices: 1, isLate: true },
  paySilently: { button: 'Payer, sans avis', isPaid: true, notices: 0 },
  refuse: { button: 'Refuser', isPaid: false, notices: 1 },
} as const satisfies Record<string, Outcome>
export type Fate = keyof typeof fates

export interface SimulatorOptions {
  /** Where its notices go: the origin of the site, once it is known. */
  readonly noticeUrl: () => string
  readonly lateMs?: number
}

export const isFate = (fate: string): fate is Fate => Object.hasOwn(fates, fate)

/** Sends as many notices as the fate says, when it says. */
export async function sendNotices(
  fate: Fate,
  { lateMs = 20_000 }: Pick<SimulatorOptions, 'lateMs'>,
  send: () => Promise<unknown>,
): Promise<void> {
  const { notices, isLate } = fates[fate] as Outcome
  if (isLate) {
    setTimeout(() => void send(), lateMs).unref()
    return
  }
  for (let sent = 0; sent < notices; sent += 1) await send()
}

/** A notice that finds nobody is lost, as with the real ones after a while. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<void> {
  const sent = { ...headers, 'content-type': 'application/json' }
  await fetch(url, { method: 'POST', headers: sent, body }).catch(() => undefined)
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown> | unknown

/** Listens on any port of this machine. */
export async function listen(
  answer: Answer,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response)
    } catch {
      response.writeHead(500).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, close: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Which button of its page was pressed; null for none of them. */
export async function readFate(request: IncomingMessage): Promise<Fate | null> {
  const fate = new URLSearchParams(await readBody(request)).get('fate') ?? ''
  return isFate(fate) ? fate : null
}

export function say(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}

export function goTo(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end()
}

/** The page of the gateway, and its buttons. */
export function showPage(response: ServerResponse, order: string, amount: number): void {
  const buttons = Object.entries(fates).map(
    ([fate, { button }]) => `<p><button name="fate" value="${fate}">${button}</button></p>`,
  )
  const safe = order.replace(/[<>&"]/g, '')
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Paiement simulé</title><main><h1>Paiement simulé</h1><p>Rien n’est débité. ${safe}, ${amount} FCFA.</p><form method="post">${buttons.join('')}</form></main></html>`,
    )
}
