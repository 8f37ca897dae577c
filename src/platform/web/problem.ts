/** What machines are told when they are refused: application/problem+json (RFC 9457). */
import { STATUS_CODES } from 'node:http'
import type { Reply } from './route.ts'

interface ProblemParts {
  /** One word that never changes, for programs. */
  readonly code?: string
  /** What is wrong with each field. */
  readonly errors?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** `detail` says in French what to do. */
export function problem(status: number, detail: string, parts: ProblemParts = {}): Reply {
  const { code, errors, headers } = parts
  const title = STATUS_CODES[status] ?? 'Error'
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, code, errors }),
  }
}
