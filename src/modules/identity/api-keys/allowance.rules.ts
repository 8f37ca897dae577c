/** What a key is told of its quotas: the fields RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers). */
import type { KeyAllowance } from './read-api-key.ts'
import { quotas } from './scope.lists.ts'

export function describeAllowances(
  allowances: readonly Pick<KeyAllowance, 'span' | 'remaining' | 'seconds'>[],
): Readonly<Record<string, string>> {
  if (allowances.length === 0) return {}
  const policies = Object.entries(quotas).map(
    ([span, { points, seconds }]) => `"${span}";q=${points};w=${seconds}`,
  )
  const left = allowances.map(
    ({ span, remaining, seconds }) => `"${span}";r=${remaining};t=${seconds}`,
  )
  return { 'ratelimit-policy': policies.join(', '), ratelimit: left.join(', ') }
}
