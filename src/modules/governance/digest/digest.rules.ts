/** What is new for somebody in a week: what concerns their organisation, nothing else, and no more than they would read. Pure. */

export interface NewsItem {
  readonly kind: 'need' | 'call' | 'solution' | 'session' | 'recommendation'
  readonly title: string
  /** A path of the site. */
  readonly href: string
  /** A day of the calendar that matters: a deadline, a first day, an end. */
  readonly day: string | null
  /** Empty for what concerns every organisation of its reader's kind. */
  readonly domains: readonly string[]
}

export interface Reader {
  readonly kind: string
  /** Of a startup's solutions, of a commune's published needs. */
  readonly domains: readonly string[]
}

const readBy: Readonly<Record<NewsItem['kind'], readonly string[]>> = {
  need: ['startup'],
  call: ['startup'],
  solution: ['commune'],
  session: ['commune', 'startup'],
  recommendation: ['commune'],
}

/** A letter of more lines is read by nobody: the site has the rest. */
const mostLines = 12

export function chooseNews(news: readonly NewsItem[], readers: readonly Reader[]): NewsItem[] {
  return news.filter((item) => readers.some((reader) => concerns(item, reader))).slice(0, mostLines)
}

function concerns({ kind, domains }: NewsItem, reader: Reader): boolean {
  if (!readBy[kind].includes(reader.kind)) return false
  return domains.length === 0 || domains.some((domain) => reader.domains.includes(domain))
}

/** The Monday of the week of this day. */
export function findMonday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}
