/** What people sign in with: an e-mail address, or a phone number typed in any usual way. */
import { fields } from '#platform/web.ts'

export const { isPhone, normalizePhone } = fields

export interface Identifier {
  readonly channel: 'email' | 'sms'
  readonly address: string
}

/** The identifier as it is kept; null when it is neither an address nor a number. */
export function parseIdentifier(typed: string): Identifier | null {
  const text = typed.trim()
  if (isPhone(text)) return { channel: 'sms', address: normalizePhone(text) }
  const parsed = fields.email().safeParse(text)
  return parsed.success ? { channel: 'email', address: parsed.data } : null
}
