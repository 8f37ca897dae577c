/** Whose a line or an area of a file is: by code, else by name or another of its names, whatever the accents. */

export interface Known {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

export function findCommune<C extends Known>(communes: readonly C[], text: string): C | undefined {
  const wanted = fold(text)
  if (wanted === '') return undefined
  return communes.find(({ code, name, aliases }) =>
    [code, name, ...aliases].some((known) => fold(known) === wanted),
  )
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
