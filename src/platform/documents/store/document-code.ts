/** The code printed on a paper: typed by hand, so without what looks alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V). */
import { randomInt } from 'node:crypto'

const letters = '23456789ACDEFHJKMNPQRTVWXY'
const length = 10

/** 26 letters, ten times: 47 bits, and wrong answers are counted. */
export function createCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** « ACDEF-HJKMN » */
export function showCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

const mistaken: Readonly<Record<string, string>> = { Z: '2', S: '5', G: '6', B: '8', U: 'V' }

/** What somebody typed, however they spaced it; null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ZSGBU]/g, (letter) => mistaken[letter] ?? letter)
  const isCode = code.length === length && [...code].every((letter) => letters.includes(letter))
  return isCode ? code : null
}
