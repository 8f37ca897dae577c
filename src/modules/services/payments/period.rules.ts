/** Two days of an address, in order; the month so far when they are not said. */
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { isDay } from '../procedures/answer.rules.ts'
import type { Period } from './payment.queries.ts'

export function readPeriod(
  query: Readonly<Record<string, string | string[] | undefined>>,
  today: string,
): Period {
  const from = readQueryText(query.du)
  const to = readQueryText(query.au)
  const [first, last] = [isDay(from) ? from : `${today.slice(0, 8)}01`, isDay(to) ? to : today]
  return first <= last ? { from: first, to: last } : { from: last, to: first }
}
