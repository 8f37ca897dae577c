/** An answer of GeoReport v2, in the form that the address names: the same in JSON and in XML. */
import type { Reply } from '#platform/web.ts'
import { type Node, writeXml } from './write-xml.rules.ts'

export const formats = ['json', 'xml'] as const
export type Format = (typeof formats)[number]

export interface Answered {
  readonly status?: number
  /** The element that holds it all in XML. */
  readonly root: string
  readonly body: Node
  readonly headers?: Readonly<Record<string, string>>
}

export function writeAnswer(
  format: Format,
  { status = 200, root, body, headers }: Answered,
): Reply {
  const type = format === 'xml' ? 'text/xml' : 'application/json'
  return {
    status,
    headers: {
      ...headers,
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
    },
    body: format === 'xml' ? writeXml(root, body) : JSON.stringify(body),
  }
}

/** What is wrong, in the standard's form; `description` says what to do. */
export class Open311Error extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, description: string, headers: Readonly<Record<string, string>> = {}) {
    super(description)
    this.status = status
    this.headers = headers
  }
}

export function describeError({ status, message, headers }: Open311Error): Answered {
  return { status, headers, root: 'errors', body: [{ code: status, description: message }] }
}
