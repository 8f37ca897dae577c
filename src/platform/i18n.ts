/**
 * Words in the language of the reader. The French sentence is the key: French is always complete,
 * and another language is one JSON file in src/web/locales, French sentence to translation.
 * The language is that of the request or the message being written, however often it waits for the database.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { IntlMessageFormat } from 'intl-messageformat'

export type Catalogue = Readonly<Record<string, string>>
/** A text that is said later, in the language of whoever will read it. */
export type Words = () => string
export type Values = Readonly<Record<string, string | number | Date>>

const catalogues = new Map<string, Catalogue>()
const formats = new Map<string, IntlMessageFormat>()
const spoken = new AsyncLocalStorage<string>()

/** French, and every language whose catalogue was given. */
export function listLocales(): string[] {
  return ['fr', ...catalogues.keys()]
}

export function addCatalogue(locale: string, catalogue: Catalogue): void {
  catalogues.set(locale, catalogue)
}

export function currentLocale(): string {
  return spoken.getStore() ?? 'fr'
}

/** Speaks this language until the work is done, also where the work waits; others keep theirs meanwhile. */
export function inLocale<T>(locale: string, work: () => T): T {
  return spoken.run(catalogues.has(locale) ? locale : 'fr', work)
}

/** The sentence in the current language, with ICU values filled in. Untranslated sentences stay French. */
export function t(french: string, values?: Values): string {
  const locale = currentLocale()
  const translated = catalogues.get(locale)?.[french]
  const text = translated ?? french
  if (values === undefined) return text
  return String(getFormat(text, translated === undefined ? 'fr' : locale).format(values))
}

function getFormat(text: string, locale: string): IntlMessageFormat {
  const key = `${locale}\u0000${text}`
  const known = formats.get(key)
  if (known) return known
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  formats.set(key, format)
  return format
}
