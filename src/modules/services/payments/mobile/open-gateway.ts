/** The gateway that the operator set, if any. */
import type { Config } from '#platform/config.ts'
import { createFedapay } from './fedapay-gateway.ts'
import type { Gateway } from './gateway.types.ts'

export function openGateway({ fedapay }: Pick<Config, 'fedapay'>): Gateway | null {
  return fedapay && createFedapay(fedapay)
}
