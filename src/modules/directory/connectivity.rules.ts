/** What a connection is worth, from nothing to fibre: more always does what less does. */
import type { Connectivity } from './labels.ts'

export const connectivityLevels = [
  'none',
  '2g',
  '3g',
  '4g',
  'fibre',
] as const satisfies readonly Connectivity[]

export function meetsConnectivity(available: Connectivity, required: Connectivity): boolean {
  return connectivityLevels.indexOf(available) >= connectivityLevels.indexOf(required)
}
