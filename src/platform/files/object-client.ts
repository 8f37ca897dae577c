/** Asks S3-compatible storage for one object at a time, over a few connections that stay open. */
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Credentials, emptyHash, signRequest } from './sign-request.ts'

export interface ObjectStorage extends Credentials {
  /** Such as https://s3.example or http://127.0.0.1:9000. */
  readonly endpoint: string
  readonly bucket: string
}

interface Body {
  readonly bytes: Readable
  readonly sizeBytes: number
  readonly sha256: string
}

/** Silence that lasts longer means that the storage is gone. */
const patienceMs = 30_000

export function createObjectClient(storage: ObjectStorage) {
  const isSecure = storage.endpoint.startsWith('https:')
  const agent = new (isSecure ? https : http).Agent({ keepAlive: true, maxSockets: 20 })

  async function ask(method: string, key: string, body?: Body): Promise<IncomingMessage> {
    const url = new URL(`/${storage.bucket}/${key}`, storage.endpoint)
    const headers: Record<string, string> = body ? { 'content-length': String(body.sizeBytes) } : {}
    const bodyHash = body?.sha256 ?? emptyHash
    const signed = signRequest({ method, url, headers, bodyHash }, storage, new Date())
    const request = (isSecure ? https : http).request(url, { method, agent, headers: signed })
    request.setTimeout(patienceMs, () => request.destroy(new Error('the storage is silent')))
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject)
    })
    if (body) await Promise.all([answered, pipeline(body.bytes, request)])
    else request.end()
    return answered
  }

  return {
    async has(key: string): Promise<boolean> {
      const { statusCode } = await drain(await ask('HEAD', key))
      if (statusCode === 404) return false
      return succeed('HEAD', statusCode)
    },
    /** Undefined when there is none. */
    async find(key: string): Promise<Readable | undefined> {
      const answer = await ask('GET', key)
      if (answer.statusCode === 200) return answer
      await drain(answer)
      if (answer.statusCode !== 404) succeed('GET', answer.statusCode)
      return undefined
    },
    async put(key: string, body: Body): Promise<void> {
      const { statusCode } = await drain(await ask('PUT', key, body))
      succeed('PUT', statusCode)
    },
    /** Quiet when there is none. */
    async remove(key: string): Promise<void> {
      const { statusCode } = await drain(await ask('DELETE', key))
      if (statusCode !== 404) succeed('DELETE', statusCode)
    },
  }
}

async function drain(answer: IncomingMessage): Promise<IncomingMessage> {
  for await (const _ of answer);
  return answer
}

function succeed(method: string, status = 0): true {
  if (status >= 200 && status < 300) return true
  throw new Error(`the storage answered ${status} to ${method}`)
}
