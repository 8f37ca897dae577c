/** Where the code of a receipt leads. */
import { showCode } from '#platform/documents.ts'

export function trackingAddress(code: string): string {
  return `/suivi/${showCode(code)}`
}
