import { formatDate, formatDateTime } from '#platform/format.ts'

interface Props {
  /** A moment, or an ISO day. */
  at: Date | string
  /** Leaves the hour out. */
  dayOnly?: boolean
}

export function Time({ at, dayOnly }: Props) {
  if (typeof at === 'string') return <time dateTime={at.slice(0, 10)}>{formatDate(at)}</time>
  return <time dateTime={at.toISOString()}>{dayOnly ? formatDate(at) : formatDateTime(at)}</time>
}
