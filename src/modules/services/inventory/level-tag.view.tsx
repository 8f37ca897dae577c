/** How far a service is online, in words; the figure before them is what tables and exports use. */
import { t } from '#platform/i18n.ts'
import { Tag } from '#web/components/index.tsx'
import { type Level, rankLevel } from './level.rules.ts'
import { levelLabels } from './service.labels.ts'

export function LevelTag({ level }: { readonly level: Level | undefined }) {
  if (level === undefined) return <span class="soft">{t('Non renseigné')}</span>
  const { label, tone } = levelLabels[level]
  return <Tag tone={tone}>{`${rankLevel(level)} · ${t(label)}`}</Tag>
}
