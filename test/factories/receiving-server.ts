/** A server of others, as it may be: it answers, fails, drags on, sends elsewhere. It remembers what came. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** What to do with the request of this rank, the first being 0. */
export type Manner = (answer: ServerResponse, rank: number) => void

export interface ReceivingServer {
  readonly url: string
  readonly port: number
  readonly received: readonly Received[]
  /** How many connections were ever open at the same time. */
  readonly mostAtOnce: number
  behave(manner: Manner): void
  close(): Promise<void>
}

export const answering =
  (status: number, body = '', headers: Record<string, string> = {}): Manner =>
  (answer) =>
    answer.writeHead(status, headers).end(body)

/** Takes what is sent, and says nothing. */
export const silent: Manner = () => {}

/** Says that it is well, then never ends. */
export const endless: Manner = (answer) => {
  answer.writeHead(200)
  const pour = () => {
    if (answer.destroyed) return
    if (answer.write('.')) setTimeout(pour, 20)
    else answer.once('drain', pour)
  }
  pour()
}

export async function openReceivingServer(
  first: Manner = answering(204),
): Promise<ReceivingServer> {
  const received: Received[] = []
  let manner = first
  let open = 0
  let mostAtOnce = 0
  const server = createServer(async (request, answer) => {
    const rank = received.length
    received.push(await read(request))
    manner(answer, rank)
  })
  server.on('connection', (socket) => {
    open += 1
    mostAtOnce = Math.max(mostAtOnce, open)
    socket.on('close', () => {
      open -= 1
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, received, url: `http://127.0.0.1:${port}/cauri` },
    get mostAtOnce() {
      return mostAtOnce
    },
    behave(next) {
      manner = next
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  let body = ''
  for await (const chunk of request) body += chunk
  const headers = request.headers as Record<string, string>
  return { method: request.method ?? '', path: request.url ?? '', headers, body }
}
