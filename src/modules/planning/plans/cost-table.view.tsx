/** What an action of the library costs, by population. */
import { formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table } from '#web/components/index.tsx'
import type { CostBracket } from './library.schema.ts'

export function CostTable({ brackets }: { brackets: readonly CostBracket[] }) {
  return (
    <Table
      caption="Fourchettes par population"
      isCaptionHidden
      columns={[
        { key: 'population', label: 'Population' },
        { key: 'investment', label: 'Investissement', numeric: true },
        { key: 'running', label: 'Par an ensuite', numeric: true },
      ]}
      rows={brackets.map((bracket, index) => ({
        population: nameBracket(brackets, index),
        investment: sayRange(bracket.investment),
        running: sayRange(bracket.running),
      }))}
    />
  )
}

const sayRange = ([lowest, highest]: readonly [number, number]) =>
  t('{from} à {to}', { from: formatNumber(lowest), to: formatMoney(highest) })

export function nameBracket(brackets: readonly CostBracket[], index: number): string {
  const upTo = brackets[index]?.upTo
  return upTo === null || upTo === undefined
    ? t('Plus de {count} habitants', { count: formatNumber(brackets[index - 1]?.upTo ?? 0) })
    : t('Jusqu’à {count} habitants', { count: formatNumber(upTo) })
}
