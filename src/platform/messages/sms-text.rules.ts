/** An SMS that fits: two linked parts at most, whichever alphabet its letters need (3GPP TS 23.038). */

const gsmLetters = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Signs and letters that would make a message twice dearer, and what reads the same. */
const plainSigns: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '‑': '-',
  '•': '-',
  œ: 'oe',
  Œ: 'OE',
}

const onePart = 160
const partOfSeveral = 153
const twoParts = 2 * partOfSeveral
/** Of two parts in UCS-2, which any letter outside the alphabet of GSM makes of the whole message. */
const oneWidePart = 70
const widePartOfSeveral = 67
const twoWideParts = 2 * widePartOfSeveral

/** Two parts at most; the link is never cut. */
export function toSmsText(text: string, link: string | null): string {
  const plain = toPlain(text)
  const suffix = link === null ? '' : ` ${link}`
  const limit = (isGsm(plain + suffix) ? twoParts : twoWideParts) - suffix.length
  return cut(plain, limit) + suffix
}

export interface SmsShape {
  readonly text: string
  /** What it costs. */
  readonly parts: number
  /** Some of its words did not fit. */
  readonly isCut: boolean
}

/** What leaves, in how many parts. */
export function describeSms(text: string, link: string | null): SmsShape {
  const sent = toSmsText(text, link)
  const whole = toPlain(text) + (link === null ? '' : ` ${link}`)
  return { text: sent, parts: countParts(sent), isCut: sent !== whole }
}

function countParts(text: string): number {
  const [one, several] = isGsm(text) ? [onePart, partOfSeveral] : [oneWidePart, widePartOfSeveral]
  return text.length <= one ? 1 : Math.ceil(text.length / several)
}

function toPlain(text: string): string {
  return toGsmLetters(text).replace(/\s+/g, ' ').trim()
}

/** In the letters that the oldest telephone shows, where they say the same. */
export function toGsmLetters(text: string): string {
  const quoted = text.normalize('NFC').replace(/«\s*|\s*»/g, '"')
  return [...quoted].map(replace).join('')
}

function replace(letter: string): string {
  if (gsmLetters.has(letter)) return letter
  const bare = letter.normalize('NFD').replace(/\p{Mn}/gu, '')
  return plainSigns[letter] ?? (gsmLetters.has(bare) ? bare : letter)
}

/** Cut at its end, and shown to be. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text
    .slice(0, limit - 3)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}...`
}

function isGsm(text: string): boolean {
  return [...text].every((letter) => gsmLetters.has(letter))
}
