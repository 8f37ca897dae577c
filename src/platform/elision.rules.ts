/** Names after « de »: la commune d’Abomey, des Aguégués, but de Ouidah and de Houéyogbé, whose first sounds are heard. */
import { currentLocale, t } from './i18n.ts'

const vowel = /^(?!ou)[aeiouâàéèêîôû]/i
const plural = new Set(['Aguégués'])

/** In French, whoever reads: for papers. */
export function afterDe(name: string): string {
  if (plural.has(name)) return `des ${name}`
  return vowel.test(name) ? `d’${name}` : `de ${name}`
}

/** In the language of the page. */
export function afterOf(name: string): string {
  return currentLocale() === 'fr' ? afterDe(name) : t('de {name}', { name })
}
