/** What each assumption says, with its value, in words. */
import { connectivityLabels } from '#modules/directory/index.ts'
import { formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { siteKindLabels, technologyLabels } from './site.labels.ts'
import type { SiteKind } from './site.schema.ts'
import { formatSpeed } from './speed.labels.ts'

export const assumptionGroups = ['required', 'level', 'offer', 'cost', 'power'] as const
export type AssumptionGroup = (typeof assumptionGroups)[number]

export const assumptionGroupLabels: Readonly<Record<AssumptionGroup, string>> = {
  required: 'Le débit que demande chaque lieu',
  level: 'Le débit qui correspond à chaque niveau du catalogue',
  offer: 'Le débit que donne chaque technologie',
  cost: 'Le coût de chaque technologie',
  power: 'L’énergie',
}

export type AssumptionUnit = 'kbps' | 'money' | 'hours'

export function unitOf(key: string): AssumptionUnit {
  if (key === 'power.hours') return 'hours'
  return key.startsWith('cost.') || key.startsWith('power.') ? 'money' : 'kbps'
}

export function nameAssumption(key: string): string {
  const [group = '', subject = '', part = ''] = key.split('.')
  const technology = t(technologyLabels[subject] ?? subject)
  if (group === 'required') return t(siteKindLabels[subject as SiteKind] ?? subject)
  if (group === 'level')
    return t(connectivityLabels[subject as keyof typeof connectivityLabels] ?? subject)
  if (group === 'offer') return technology
  if (key === 'power.hours') return t('Heures d’énergie par jour, au moins')
  const what = group === 'power' ? t('Panneaux solaires') : technology
  return part === 'setUp' ? t('{what} : mise en place', { what }) : t('{what} : par an', { what })
}

export function formatAssumption(key: string, value: number): string {
  const unit = unitOf(key)
  if (unit === 'money') return formatMoney(value)
  return unit === 'hours' ? t('{count} h', { count: formatNumber(value) }) : formatSpeed(value)
}
