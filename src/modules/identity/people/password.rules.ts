/** What a new password must be: long before complicated (NIST SP 800-63B), and not one that is tried first. */
import { z } from 'zod'
import { commonWords } from './common-passwords.ts'

const shortest = 10
const longest = 200
const fewestCharacters = 5
const shortestName = 4

export const passwordHint =
  'Dix caractères au moins : une phrase courte convient très bien, et se retient mieux.'

const tooCommon = 'Ce mot de passe est trop facile à deviner : préférez une phrase à vous'
const tooPersonal = 'Ce mot de passe contient votre nom ou votre adresse : choisissez-en un autre'

interface Owner {
  readonly fullName: string
  readonly email?: string | null
  readonly phone?: string | null
}

/** The field of a form where a password is chosen; its owner's name is checked apart. */
export const newPassword = z
  .string('Choisissez un mot de passe')
  .min(1, { message: 'Choisissez un mot de passe', abort: true })
  .superRefine((password, context) => {
    const message = findPasswordFault(password)
    if (message) context.addIssue({ code: 'custom', message })
  })

/** Why the password is refused, or null. */
export function findPasswordFault(password: string, owner?: Owner): string | null {
  if ([...password].length < shortest) return `Choisissez ${shortest} caractères au moins`
  if (password.length > longest) return `Limitez le mot de passe à ${longest} caractères`
  const folded = fold(password)
  if (isCommon(folded)) return tooCommon
  return owner && namesOf(owner).some((name) => folded.includes(name)) ? tooPersonal : null
}

/** A well-known word with figures around it, figures alone, a keyboard row, or the same thing again and again. */
function isCommon(folded: string): boolean {
  const letters = folded.replace(/[^a-z]/g, '')
  if (new Set(folded).size < fewestCharacters) return true
  return (
    /^[\d\W]*$/.test(folded) ||
    commonWords.has(letters) ||
    commonWords.has(readFigures(folded)) ||
    /^(.{1,6})\1+.?$/.test(folded) ||
    isSequence(folded)
  )
}

/** « m0tdep@sse » reads « motdepasse ». */
function readFigures(folded: string): string {
  const figures: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' }
  const signs: Record<string, string> = { '@': 'a', $: 's', '!': 'i' }
  const read = folded.replace(/[^a-z]/g, (sign) => figures[sign] ?? signs[sign] ?? '')
  return read.replace(/i+$/, '')
}

function isSequence(folded: string): boolean {
  const codes = [...folded].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  const kept = steps.filter((step) => step === 1 || step === -1)
  return kept.length >= steps.length - 2
}

function namesOf({ fullName, email, phone }: Owner): string[] {
  const words = fold(fullName).split(/[^a-z0-9]+/)
  const mailbox = fold(email?.split('@')[0] ?? '')
  const number = phone?.slice(-8) ?? ''
  return [...words, mailbox, number].filter((word) => word.length >= shortestName)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
