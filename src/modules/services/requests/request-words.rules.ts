/** What a request is found by: its number, the words of a name, a telephone; each from its beginning. */
import { foldWords } from '#platform/tables/fold.rules.ts'

interface Findable {
  readonly reference: string | null
  readonly applicantName: string | null
  readonly applicantPhone: string | null
}

const longest = 80
const most = 20
const mostLookedFor = 4

/** DEM-2026-0042 is found by itself, by « 2026-0042 » and by « 0042 ». */
export function listRequestWords({ reference, applicantName, applicantPhone }: Findable): string[] {
  const number = (reference ?? '').toLowerCase().split('-')
  const tails = number.map((_, index) => number.slice(index).join('-'))
  const digits = readDigits(applicantPhone ?? '')
  const words = [...tails, ...splitWords(applicantName ?? ''), digits, digits.slice(2)]
  return [...new Set(words.filter(Boolean).map((word) => word.slice(0, longest)))].slice(0, most)
}

const numberPattern = /^([a-z]{3}-)?\d{4}-\d+$/
const phonePattern = /^[+\d][\d\s().]*$/

/** What somebody looks for, in the same words; « 97 00 00 77 » is one. */
export function readSearch(typed: string): string[] {
  const text = typed.trim().toLowerCase()
  if (numberPattern.test(text)) return [text]
  if (phonePattern.test(text)) return [readDigits(text)].filter(Boolean)
  return splitWords(text).slice(0, mostLookedFor)
}

/** As one dials it in the country. */
function readDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(00)?229(?=\d{8})/, '')
}

const splitWords = (text: string) => foldWords(text).split(' ').filter(Boolean)
