/** What a refused key is told: the status and the headers of RFC 6750, and what to do about it. */
import { problem, type Reply } from '#platform/web.ts'
import { describeAllowances } from './allowance.rules.ts'
import type { KeyRefusal } from './read-api-key.ts'

interface Told {
  readonly status: 400 | 401 | 403 | 429
  readonly error?: 'invalid_token' | 'insufficient_scope'
  readonly detail: string
}

const told: Readonly<Record<KeyRefusal['because'], Told>> = {
  missing: { status: 401, detail: 'Envoyez la clé de votre organisation.' },
  unknown: { status: 401, error: 'invalid_token', detail: 'Cette clé n’existe pas.' },
  expired: {
    ...{ status: 401, error: 'invalid_token' },
    detail: 'Cette clé a expiré : créez-en une autre.',
  },
  revoked: { status: 401, error: 'invalid_token', detail: 'Cette clé a été révoquée.' },
  suspended: {
    ...{ status: 403 },
    detail: 'L’organisation est suspendue : ses clés n’ouvrent rien.',
  },
  scope: {
    ...{ status: 403, error: 'insufficient_scope' },
    detail: 'Cette clé n’a pas ce droit : créez-en une qui l’ait.',
  },
  mediator: {
    status: 400,
    detail: 'L’en-tête Information-Mediator-Client s’écrit INSTANCE/CLASSE/MEMBRE/SOUS-SYSTÈME.',
  },
  quota: {
    status: 429,
    detail: 'Trop de demandes avec cette clé : attendez le délai indiqué par Retry-After.',
  },
}

export interface ToldRefusal {
  readonly status: number
  readonly detail: string
  readonly headers: Readonly<Record<string, string>>
}

/** For protocols whose errors have a shape of their own. */
export function describeKeyRefusal({
  because,
  retryAfterSeconds,
  allowances,
}: KeyRefusal): ToldRefusal {
  const { status, error, detail } = told[because]
  const challenge = error ? `Bearer realm="Cauri", error="${error}"` : 'Bearer realm="Cauri"'
  return {
    ...{ status, detail },
    headers: {
      ...describeAllowances(allowances),
      ...((status === 401 || error) && { 'www-authenticate': challenge }),
      ...(retryAfterSeconds !== null && { 'retry-after': String(retryAfterSeconds) }),
    },
  }
}

export function answerKeyRefusal(refusal: KeyRefusal): Reply {
  const { status, detail, headers } = describeKeyRefusal(refusal)
  return problem(status, detail, { headers, code: refusal.because })
}
