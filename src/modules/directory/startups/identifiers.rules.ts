/** The numbers of a company's legal identity, as people type them and as they are kept. */

/** Identifiant fiscal unique: thirteen digits, however they were grouped; null when it is anything else. */
export function readIfu(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{13}$/.test(digits) ? digits : null
}

/** RB, the town of the registry, the year, the letter of the register, the number. */
const usualRccm = /^RB[ /.-]*([A-Z]{3})[ /.-]*(?:19|20)?(\d{2})[ /.-]*([A-Z])[ /.-]*(\d{1,6})$/

/**
 * Registre du commerce et du crédit mobilier. Its writing varies from one office to another: the usual one is kept as
 * RB/COT/24 B 12345, so that two files compare; of the others only what cannot be a number of the register is refused.
 */
export function readRccm(typed: string): string | null {
  const number = typed
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:RCCM\b[ :]*|N(?:°|O\b) ?)+/, '')
  const [, town, year, register, rank] = usualRccm.exec(number) ?? []
  if (town) return `RB/${town}/${year} ${register} ${rank}`
  return /^[A-Z]{2}[A-Z0-9 ./-]{4,36}$/.test(number) && /\d{2}/.test(number) ? number : null
}
