/** The gateways that the operator set, if any. */
import type { Config } from '#platform/config.ts'
import { createFedapay } from './fedapay-gateway.ts'
import type { Gateway } from './gateway.types.ts'
import { createKkiapay } from './kkiapay-gateway.ts'

type Settings = Pick<Config, 'fedapay' | 'kkiapay'>

export function openGateways({ fedapay, kkiapay }: Settings): Gateway[] {
  return [
    ...(fedapay ? [createFedapay(fedapay)] : []),
    ...(kkiapay ? [createKkiapay(kkiapay)] : []),
  ]
}

/** None when the operator has left it since. */
export function openGateway(settings: Settings, name: string): Gateway | undefined {
  return openGateways(settings).find((gateway) => gateway.name === name)
}
