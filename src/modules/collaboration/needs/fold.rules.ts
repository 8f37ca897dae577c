/** Text as a search compares it, without losing where each letter stood in what was typed. */

export interface Folded {
  /** No accents, lower case, straight apostrophes, plain spaces. */
  readonly text: string
  /** For each unit of `text`, and one past its end, where it begins in what was typed. */
  readonly positions: readonly number[]
}

const plainForms: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  '’': "'",
  ʼ: "'",
  '\t': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
}

export function fold(typed: string): Folded {
  let text = ''
  const positions: number[] = []
  let at = 0
  for (const letter of typed) {
    const plain = foldLetter(letter)
    text += plain
    for (let unit = 0; unit < plain.length; unit++) positions.push(at)
    at += letter.length
  }
  return { text, positions: [...positions, at] }
}

function foldLetter(letter: string): string {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plainForms[plain] ?? plain
}
