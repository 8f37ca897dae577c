/** What somebody asks by SMS: the number of a request to follow it, more words to write to the town hall, « PAPIER » and a code, « STOP » to get no more campaigns. */
import { foldWords } from '#platform/tables/fold.rules.ts'

export type SmsCommand =
  | { readonly kind: 'follow'; readonly reference: string | null }
  | { readonly kind: 'write'; readonly reference: string; readonly body: string }
  | { readonly kind: 'paper'; readonly code: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'help' }

/** « dem 2026 0042 » is how a telephone types DEM-2026-0042. */
const numbered = /^dem[\s-]*(\d{4})[\s-]+(\d{4,6})(?:[\s:,.]+([\s\S]*))?$/i
const longestBody = 1000

export function readCommand(text: string): SmsCommand {
  const typed = text.trim()
  const [, year, number, body = ''] = numbered.exec(typed) ?? []
  if (year && number) {
    const reference = `DEM-${year}-${number}`
    const said = body.trim().slice(0, longestBody)
    return said === '' ? { kind: 'follow', reference } : { kind: 'write', reference, body: said }
  }
  const [word = '', code = ''] = foldWords(typed).split(' ')
  if (word === 'suivi' || word === 'suivre') return { kind: 'follow', reference: null }
  if (word === 'stop') return { kind: 'stop' }
  if (word === 'papier' && code !== '') return { kind: 'paper', code }
  return { kind: 'help' }
}
