/**
 * Words in the language of the reader. The French sentence is the key: French is always complete,
 * and another language is one JSON file in src/web/locales, French sentence to translation.
 * Rendering is synchronous, so the language of the page being rendered is held here while it lasts.
 */
import { IntlMessageFormat } from 'intl-messageformat'

export type Catalogue = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | number | Date>>

const catalogues = new Map<string, Catalogue>()
const formats = new Map<string, IntlMessageFormat>()
let current = 'fr'

/** French, and every language whose catalogue was given. */
export function listLocales(): string[] {
  return ['fr', ...catalogues.keys()]
}

export function addCatalogue(locale: string, catalogue: Catalogue): void {
  catalogues.set(locale, catalogue)
}

export function currentLocale(): string {
  return current
}

/** Runs a synchronous function with this language; a Promise would leave it behind. */
export function inLocale<T>(locale: string, work: () => T): T {
  const before = current
  current = catalogues.has(locale) ? locale : 'fr'
  try {
    return work()
  } finally {
    current = before
  }
}

/** The sentence in the current language, with ICU values filled in. Untranslated sentences stay French. */
export function t(french: string, values?: Values): string {
  const translated = catalogues.get(current)?.[french]
  const text = translated ?? french
  if (values === undefined) return text
  return String(getFormat(text, translated === undefined ? 'fr' : current).format(values))
}

function getFormat(text: string, locale: string): IntlMessageFormat {
  const key = `${locale}\u0000${text}`
  const known = formats.get(key)
  if (known) return known
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  formats.set(key, format)
  return format
}
