/**
 * The one way to send something to an address that somebody else chose. The name is looked up here, every address found must be
 * public, and the connection is made to the one that was checked: a name that changes its mind in between (DNS rebinding) changes
 * nothing. No redirect is followed, no proxy asked, a few kilobytes of the answer are read, and all of it ends within the patience.
 */
import { Resolver } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { cleanAnswer, hostOf, type Reach, readOutwardUrl } from './outward-url.rules.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

export interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type OutwardFailure =
  | 'badUrl'
  | 'unknownName'
  | 'forbiddenAddress'
  | 'tooSlow'
  | 'certificate'
  | 'unreachable'

export type OutwardOutcome =
  | { readonly answered: true; readonly status: number; readonly beginning: string }
  | { readonly answered: false; readonly because: OutwardFailure }

/** The addresses behind a name. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Means extends Reach {
  readonly resolve?: Resolve
  /** In all: looking up, connecting, sending, the first words of the answer. */
  readonly patienceMs?: number
}

const wholePatienceMs = 10_000
/** Once the status is known, for the body: it changes nothing. */
const bodyPatienceMs = 1000
const mostBodyBytes = 4096

export async function postOutward(
  letter: Letter,
  { mayReachLoopback, resolve = resolvePublicly, patienceMs = wholePatienceMs }: Means,
): Promise<OutwardOutcome> {
  const url = readOutwardUrl(letter.url, { mayReachLoopback })
  if (typeof url === 'string') return fail('badUrl')
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const addresses = await untilAborted(resolve(hostOf(url)), signal)
    const [address] = addresses
    if (address === undefined) return fail('unknownName')
    // One forbidden address among others is how rebinding begins.
    if (!addresses.every((one) => mayConnect(one, mayReachLoopback)))
      return fail('forbiddenAddress')
    const answer = await send(url, address, letter, signal)
    return {
      answered: true,
      status: answer.statusCode ?? 0,
      beginning: await readBeginning(answer),
    }
  } catch (error) {
    return fail(signal.aborted ? 'tooSlow' : explain(error as NodeJS.ErrnoException))
  }
}

const fail = (because: OutwardFailure): OutwardOutcome => ({ answered: false, because })

function mayConnect(address: string, mayReachLoopback: boolean): boolean {
  return isPublicAddress(address) || (mayReachLoopback && isLoopbackAddress(address))
}

/** By the DNS alone: /etc/hosts is about our own network, and getaddrinfo would hold a thread that passwords wait for. */
async function resolvePublicly(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

function send(
  url: URL,
  address: string,
  { headers, body }: Letter,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { Agent, request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      ...{ method: 'POST', signal, lookup: pinTo(address), maxHeaderSize: 8192 },
      agent: new Agent({ keepAlive: false }),
      headers: {
        ...{ ...headers, 'accept-encoding': 'identity', connection: 'close' },
        ...{ 'content-length': Buffer.byteLength(body), 'user-agent': 'Cauri' },
      },
    })
    asked.on('response', resolve).on('error', reject)
    asked.end(body)
  })
}

/** Whatever is asked for, this address is the answer. */
function pinTo(address: string): LookupFunction {
  const family = isIP(address)
  return (_, options, callback) => {
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
}

async function readBeginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const timer = setTimeout(() => answer.destroy(), bodyPatienceMs)
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, mostBodyBytes - size))
      size += chunk.length
      if (size >= mostBodyBytes) break
    }
  } catch {
    // Cut short, by them or by us: what came is what there is.
  } finally {
    clearTimeout(timer)
    answer.destroy()
  }
  return cleanAnswer(Buffer.concat(chunks))
}

function explain({ code = '' }: NodeJS.ErrnoException): OutwardFailure {
  return /^(CERT|ERR_TLS|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|ERR_SSL)/.test(code)
    ? 'certificate'
    : 'unreachable'
}
