/** What is typed in a text may say who can be reached and how: in what everybody reads, numbers and addresses are masked. */

export const maskedNumber = '[numéro masqué]'
export const maskedAddress = '[adresse masquée]'

const at = String.raw`\s*(?:@|\((?:at|a|arobase)\)|\[(?:at|a|arobase)\]|\sarobase\s)\s*`
const address = new RegExp(
  String.raw`[\p{L}\p{N}._%+-]+${at}[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)+`,
  'giu',
)

/** Signs that people write between the digits of a number. */
const digits = /[+(]?\p{Nd}(?:[\s\u00a0\u202f().,/_–—-]{0,3}\p{Nd}){6,}/gu
const fewest = 8
const aDay = /^(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}$/
const anOldDay = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

export function maskContacts(text: string): string {
  return text
    .normalize('NFKC')
    .replace(address, maskedAddress)
    .replace(digits, (found) => (isNumber(found) ? maskedNumber : found))
}

/** Eight digits were a telephone until 2024, ten are one now or an identity number; a day is neither. */
function isNumber(found: string): boolean {
  if (aDay.test(found) || anOldDay.test(found)) return false
  return [...found].filter((sign) => /\p{Nd}/u.test(sign)).length >= fewest
}
