/** A message as its reader will read it: whatever was to be said, in their language. */
import { inLocale, type Words } from '#platform/i18n.ts'

interface Unsaid {
  readonly subject: Words
  readonly text: Words
}

export function writeWords(locale: string, { subject, text }: Unsaid) {
  return inLocale(locale, () => ({ locale, subject: subject(), body: text() }))
}
