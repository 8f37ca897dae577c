/** French little words before names: « Commune d’Abomey », « Département de la Donga », « Article 1er ». */

/** The H of Houéyogbé is sounded, and so is the W heard in Ouidah: both take « de ». */
const vowel = /^(?!ou)[aeiouâàéèêîôû]/i
const plural = new Set(['Aguégués'])

export function nameCommune(name: string): string {
  if (plural.has(name)) return `Commune des ${name}`
  return vowel.test(name) ? `Commune d’${name}` : `Commune de ${name}`
}

const articles: Readonly<Record<string, string>> = {
  Collines: 'des ',
  Donga: 'de la ',
}

export function nameDepartment(name: string): string {
  const article = articles[name] ?? (/^[aeiouéè]/i.test(name) ? 'de l’' : 'du ')
  return `Département ${article}${name}`
}

export function nameArticle(number: number): string {
  return number === 1 ? 'Article 1er' : `Article ${number}`
}
