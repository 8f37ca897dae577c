/** Whose a line or an area of a file is: by code, else by name or another of its names, whatever the accents. */
import { foldWords } from '#platform/tables/fold.rules.ts'

export interface Known {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

export function findCommune<C extends Known>(communes: readonly C[], text: string): C | undefined {
  const wanted = foldWords(text)
  if (wanted === '') return undefined
  return communes.find(({ code, name, aliases }) =>
    [code, name, ...aliases].some((known) => foldWords(known) === wanted),
  )
}
