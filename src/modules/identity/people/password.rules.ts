/** What a new password must be: long before complicated (NIST SP 800-63B). */

const shortest = 10
const longest = 200

/** The passwords attackers try first, and what people here would think of. */
const common = [
  'motdepasse',
  'password',
  '1234567890',
  '0123456789',
  'azertyuiop',
  'qwertyuiop',
  'bienvenue',
  'cotonou229',
  'benin2024',
  'benin2025',
  'benin2026',
  'portonovo',
  'administrateur',
  'iloveyou',
  'jesuschrist',
  'dieuestgrand',
]

/** The reason to refuse it, or null. */
export function findPasswordFault(
  password: string,
  personal: readonly string[] = [],
): string | null {
  if (password.length < shortest)
    return `Choisissez ${shortest} caractères au moins : une phrase courte convient très bien`
  if (password.length > longest) return `Limitez le mot de passe à ${longest} caractères`
  const folded = fold(password)
  if (
    common.some((word) => folded.replace(/[^a-z0-9]/g, '') === word) ||
    new Set(folded).size < 4
  ) {
    return 'Ce mot de passe est trop courant : choisissez-en un que personne ne devine'
  }
  const isPersonal = personal.some((text) =>
    fold(text)
      .split(/[^a-z0-9]+/)
      .some(
        (word) => word.length >= 4 && folded.startsWith(word) && folded.length - word.length < 6,
      ),
  )
  return isPersonal ? 'Ce mot de passe ressemble à votre nom : choisissez-en un autre' : null
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
