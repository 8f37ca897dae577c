/** Who publishes, as the operator has set it. */
import type { Context } from '#platform/web.ts'
import type { Publisher } from './present-release.rules.ts'

export const readPublisher = ({ config }: Context['platform']): Publisher => ({
  origin: config.origin.replace(/\/$/, ''),
  prefix: config.ocdsPrefix.value,
})
