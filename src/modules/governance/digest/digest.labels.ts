/** How a line of the digest reads. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { NewsItem } from './digest.rules.ts'

export const newsLabels: Readonly<Record<NewsItem['kind'], string>> = {
  need: 'Nouveau besoin',
  call: 'Nouvel appel',
  solution: 'Nouvelle solution',
  session: 'Session à venir',
  recommendation: 'Recommandation aux communes',
}

export function describeNews({ kind, title, day }: NewsItem): string {
  const about = { what: t(newsLabels[kind]), about: title }
  return day === null
    ? t('{what} : {about}', about)
    : t('{what} : {about} ({day})', { ...about, day: formatDate(day) })
}
