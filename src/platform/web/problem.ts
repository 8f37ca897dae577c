/** What machines are told when they are refused: application/problem+json (RFC 9457). */
import type { Reply } from './route.ts'

interface ProblemParts {
  /** One word that never changes, for programs. */
  readonly code?: string
  /** What is wrong with each field. */
  readonly errors?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

const titles: Readonly<Record<number, string>> = {
  400: 'Demande mal formée',
  401: 'Clé requise',
  403: 'Accès refusé',
  404: 'Introuvable',
  409: 'Conflit',
  413: 'Trop lourd',
  415: 'Format non accepté',
  422: 'Réponses à corriger',
  429: 'Trop de demandes',
  500: 'Erreur du serveur',
}

/** `detail` says in French what to do. */
export function problem(status: number, detail: string, parts: ProblemParts = {}): Reply {
  const { code, errors, headers } = parts
  const title = titles[status] ?? 'Erreur'
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, code, errors }),
  }
}
