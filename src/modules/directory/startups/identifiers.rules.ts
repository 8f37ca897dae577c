/** The numbers of a company's legal identity, as people type them and as they are kept. */

/** Identifiant fiscal unique: thirteen digits, however they were grouped; null when it is anything else. */
export function readIfu(typed: string): string | null {
  const digits = typed.replace(/[\s.\-\u00a0\u202f]/g, '')
  return /^\d{13}$/.test(digits) ? digits : null
}

/**
 * Registre du commerce et du crédit mobilier. Its writing varies from one office to another (RB/COT/24 B 12345,
 * RB-COT-24-B-12345): only what cannot be a number of the register is refused, and people read the rest.
 */
export function readRccm(typed: string): string | null {
  const number = typed
    .toUpperCase()
    .replace(/^N[°O]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^[A-Z]{2}[A-Z0-9 ./-]{4,36}$/.test(number) && /\d{2}/.test(number) ? number : null
}
