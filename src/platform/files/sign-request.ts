/** Signature of requests to storage that speaks Amazon's S3 protocol (AWS Signature Version 4). */
import { createHash, createHmac } from 'node:crypto'

export interface Credentials {
  readonly accessKey: string
  readonly secretKey: string
  readonly region: string
}

interface Request {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** SHA-256 of the body, in hexadecimal: the storage refuses other bytes. */
  readonly bodyHash: string
}

/** The headers to send: those given, the date, and the signature over all of them. */
export function signRequest(
  { method, url, headers, bodyHash }: Request,
  { accessKey, secretKey, region }: Credentials,
  now: Date,
): Record<string, string> {
  const moment = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const signed = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': moment,
  }
  const names = Object.keys(signed).sort() as (keyof typeof signed)[]
  const canonical = [
    method,
    url.pathname,
    url.searchParams.toString(),
    ...names.map((name) => `${name}:${signed[name].trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n')
  const scope = `${moment.slice(0, 8)}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', moment, scope, hash(canonical)].join('\n')
  const key = [...scope.split('/')].reduce<Buffer>(sign, Buffer.from(`AWS4${secretKey}`))
  const signature = sign(key, text).toString('hex')
  return {
    ...signed,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const sign = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export const emptyHash = hash('')
