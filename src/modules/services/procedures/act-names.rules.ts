/** The words of a model of act as agents read and write them: « {Nom et prénoms} » stands for the code that is kept. */
import { foldWords } from '#platform/tables/fold.rules.ts'
import { type ActWord, placeholder } from './act-words.rules.ts'
import { listFields } from './find-field.rules.ts'
import type { Definition } from './procedure.types.ts'
import { isText } from './visible.rules.ts'

export interface ActName {
  readonly code: string
  readonly name: string
}

const wordNames: Readonly<Record<ActWord, string>> = {
  reference: 'numéro de la demande',
  commune: 'commune',
  procedure: 'démarche',
  receivedOn: 'date de réception',
  today: 'date de signature',
}

/** Two questions of the same words keep their codes: nobody could tell them apart. */
export function listActNames(definition: Pick<Definition, 'pages'>): ActName[] {
  const words = Object.entries(wordNames).map(([code, name]) => ({ code, name }))
  const asked = listFields(definition)
    .filter((field) => !isText(field) && field.type !== 'block')
    .map(({ code, label }) => ({ code, name: label.replace(/[{}]/g, '').trim() }))
  const all = [...words, ...asked]
  const count = (name: string) =>
    all.filter((one) => foldWords(one.name) === foldWords(name)).length
  return all.map(({ code, name }) => ({ code, name: count(name) === 1 ? name : code }))
}

export function showModel(text: string, names: readonly ActName[]): string {
  const nameOf = new Map(names.map(({ code, name }) => [code, name]))
  return text.replace(placeholder, (_, code: string) => `{${nameOf.get(code) ?? code}}`)
}

export interface ReadModel {
  readonly text: string
  /** Between braces, and no question's. */
  readonly unknown: readonly string[]
}

/** Accents, capitals and spaces may differ: « {nom et prenoms} » is understood. */
export function readModel(text: string, names: readonly ActName[]): ReadModel {
  const codeOf = new Map(names.map(({ code, name }) => [foldWords(name), code]))
  const codes = new Set(names.map(({ code }) => code))
  const unknown: string[] = []
  const read = text.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const code = codes.has(name) ? name : codeOf.get(foldWords(name))
    if (code === undefined) unknown.push(name.trim())
    return code === undefined ? whole : `{${code}}`
  })
  return { text: read, unknown }
}
