/** When a session takes place, in words. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Session } from './session.schema.ts'

type Period = Pick<Session, 'startsOn' | 'endsOn'>

/** « le 10 octobre 2024 », « du 10 au 11 octobre 2024 », « du 30 octobre 2024 au 1er novembre 2024 ». */
export function tellPeriod({ startsOn, endsOn }: Period): string {
  const end = formatDate(endsOn)
  if (startsOn === endsOn) return t('le {date}', { date: end })
  const start = formatDate(startsOn)
  const isOneMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7)
  return t('du {start} au {end}', { start: isOneMonth ? firstWord(start) : start, end })
}

const firstWord = (text: string) => text.split(' ')[0] ?? ''

/** An item takes place on a day of its session. */
export function isWithin({ startsOn, endsOn }: Period, day: string): boolean {
  return startsOn <= day && day <= endsOn
}
