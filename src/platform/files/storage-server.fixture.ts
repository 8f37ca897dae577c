/** Storage that speaks enough of S3 for tests, and believes nobody: signature, hash and length of each request are checked. */
import { createHash, createHmac } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const keys = { accessKey: 'cauri', secretKey: 'sésame', region: 'bj-1' }

export interface StorageServer {
  readonly endpoint: string
  readonly objects: Map<string, Buffer>
  /** What was asked, such as « PUT 200 ». */
  readonly log: string[]
  /** Fails so many requests before answering again. */
  failNext(times: number): void
  close(): Promise<void>
}

export async function startStorage(): Promise<StorageServer> {
  const objects = new Map<string, Buffer>()
  const log: string[] = []
  let failures = 0
  const server = http.createServer(async (request, response) => {
    const body = await buffer(request)
    const status = failures-- > 0 ? 503 : answer(request, body, objects)
    log.push(`${request.method} ${status}`)
    response.statusCode = status
    response.end(status === 200 && request.method === 'GET' ? objects.get(request.url ?? '') : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const failNext = (times: number) => {
    failures = times
  }
  return { endpoint: `http://127.0.0.1:${port}`, objects, log, failNext, close }
}

function answer(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): number {
  const { method, url = '', headers } = request
  if (!isSigned(request)) return 403
  if (createHash('sha256').update(body).digest('hex') !== headers['x-amz-content-sha256'])
    return 400
  if (method === 'DELETE') return objects.delete(url) ? 204 : 404
  if (method !== 'PUT') return objects.has(url) ? 200 : 404
  if (Number(headers['content-length']) !== body.length) return 411
  objects.set(url, body)
  return 200
}

function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const found =
    /Credential=(\S+?)\/(\d{8})\/(\S+?)\/s3\/aws4_request,SignedHeaders=(\S+?),Signature=(\w+)/.exec(
      headers.authorization ?? '',
    )
  if (!found) return false
  const [, accessKey, day = '', region = '', names = '', signature] = found
  const moment = String(headers['x-amz-date'])
  const lines = names.split(';').map((name) => `${name}:${headers[name]}`)
  const canonical = `${method}\n${url}\n\n${lines.join('\n')}\n\n${names}\n${headers['x-amz-content-sha256']}`
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const sign = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest()
  const key = sign(sign(sign(sign(`AWS4${keys.secretKey}`, day), region), 's3'), 'aws4_request')
  const text = `AWS4-HMAC-SHA256\n${moment}\n${day}/${region}/s3/aws4_request\n${hashed}`
  const isFresh = moment.startsWith(day) && names.split(';').includes('host')
  return isFresh && accessKey === keys.accessKey && sign(key, text).toString('hex') === signature
}
