/** French little words before names: « Commune d’Abomey », « Département de la Donga », « Article 1er ». */
import { afterDe } from '../elision.rules.ts'

export function nameCommune(name: string): string {
  return `Commune ${afterDe(name)}`
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
