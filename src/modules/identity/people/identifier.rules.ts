/** What people sign in with: an e-mail address, or a phone number typed in any usual way. */
import { formatPhone } from '#platform/format.ts'
import { fields } from '#platform/web.ts'

export interface Identifier {
  readonly channel: 'email' | 'sms'
  /** As it is kept: in lower case, or as E.164. */
  readonly address: string
}

export const wrongIdentifier =
  'Indiquez un numéro de téléphone (01 97 00 00 00) ou une adresse électronique valable'

/** Null when it is neither an address nor a number. */
export function parseIdentifier(typed: string): Identifier | null {
  const text = typed.trim()
  if (fields.isPhone(text)) return { channel: 'sms', address: fields.normalizePhone(text) }
  const parsed = fields.email().safeParse(text)
  return parsed.success ? { channel: 'email', address: parsed.data } : null
}

/** As people write it. */
export function showAddress(address: string): string {
  return address.includes('@') ? address : formatPhone(address)
}
