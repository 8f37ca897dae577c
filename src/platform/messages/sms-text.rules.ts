/** An SMS that fits: two linked parts at most, whichever alphabet its letters need (3GPP TS 23.038). */

const gsmLetters = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Typographic signs that would make a message four times dearer, and what reads the same. */
const plainSigns: Record<string, string> = {
  '’': "'",
  '«': '"',
  '»': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  œ: 'oe',
  ê: 'e',
  â: 'a',
  î: 'i',
  ô: 'o',
  û: 'u',
  ç: 'c',
  ë: 'e',
  ï: 'i',
}

export function toSmsText(text: string, link: string | null): string {
  const plain = [...text.normalize('NFC')]
    .map((letter) => plainSigns[letter] ?? letter)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  const suffix = link === null ? '' : ` ${link}`
  const limit = (isGsm(plain + suffix) ? 306 : 134) - suffix.length
  return (plain.length > limit ? `${plain.slice(0, limit - 3).trimEnd()}...` : plain) + suffix
}

function isGsm(text: string): boolean {
  return [...text].every((letter) => gsmLetters.has(letter))
}
