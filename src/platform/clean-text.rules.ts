/**
 * Texts that people wrote leave without whoever they might name by a telephone or an address: those are masked as in the published
 * reports. Sums of money and references, which look like numbers of telephones, stay.
 */
import { maskContacts } from './mask-contacts.rules.ts'

const kept =
  /(\b[A-Z]{3}-\d{4}-\d{4}\b|\b\d{1,3}(?:[\s.\u00a0\u202f]\d{3})+\s?(?:F\s?CFA|francs?|F)\b|\b\d{4}-\d{2}-\d{2}\b)/gu

/** Undefined when nothing is left: an empty string says nothing. */
export function cleanText(text: string | null | undefined): string | undefined {
  const parts = (text ?? '').split(kept).map((part, at) => (at % 2 === 1 ? part : mask(part)))
  return (
    parts
      .join('')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim() || undefined
  )
}

/** Letter for letter when there is nothing to mask. */
function mask(part: string): string {
  const masked = maskContacts(part)
  return masked === part.normalize('NFKC') ? part : masked
}
