/** Levels by axis, drawn and in a table: of one commune, beside its category and its past. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { RadarChart, Table } from '#web/components/index.tsx'
import { type Axis, axes, axisLabels } from '../axes.ts'
import { type Comparison, fewestCommunes, measureProgress } from './comparison.rules.ts'
import { nameLevel, positionLabels } from './diagnosis.labels.ts'
import type { PublicResult } from './diagnosis.queries.ts'

type Levels = Readonly<Record<Axis, number>>

interface Props {
  readonly communeName: string
  readonly category: Category
  readonly levels: Levels
  /** Axes that nobody has begun, while the diagnosis is under way. */
  readonly waiting?: readonly Axis[]
  readonly comparison: Comparison
  readonly previous: PublicResult | undefined
}

export function LevelsView(props: Props) {
  const { levels, comparison, waiting = [] } = props
  const medians = comparison.isShown ? comparison.axes.map(({ median }) => median) : undefined
  return (
    <>
      <RadarChart
        label="Le niveau de la commune sur chaque axe ; le tableau qui suit donne les mêmes chiffres"
        axes={axes.map((axis) => ({
          label: axisLabels[axis],
          value: waiting.includes(axis) ? null : levels[axis],
        }))}
        other={medians}
      />
      <Legend {...props} />
      <LevelTable {...props} />
    </>
  )
}

function Legend({ communeName, category, comparison }: Props) {
  const group = t(categoryLabels[category]).toLowerCase()
  return (
    <p class="meta">
      {comparison.isShown
        ? t(
            'Trait plein : {commune}. Tirets : la médiane des {count} communes de sa catégorie ({group}) dont le diagnostic est confirmé. De 0, au centre, à 5.',
            { commune: communeName, count: comparison.communes, group },
          )
        : t(
            'De 0, au centre, à 5. La comparaison avec les communes de la même catégorie ({group}) paraît à partir de {fewest} diagnostics confirmés : il y en a {count}.',
            { group, fewest: fewestCommunes, count: comparison.communes },
          )}
    </p>
  )
}

const columns = {
  axis: { key: 'axis', label: 'Axe' },
  level: { key: 'level', label: 'Niveau', numeric: true },
  word: { key: 'word', label: 'Lecture' },
  median: { key: 'median', label: 'Médiane', numeric: true },
  quartiles: { key: 'quartiles', label: 'Moitié centrale', numeric: true },
  position: { key: 'position', label: 'Place' },
  change: { key: 'change', label: 'Évolution', numeric: true },
}

function LevelTable({ levels, waiting = [], comparison, previous }: Props) {
  const change = previous && measureProgress(previous.levels, levels)
  const shown = [
    ...[columns.axis, columns.level, columns.word],
    ...(comparison.isShown ? [columns.median, columns.quartiles, columns.position] : []),
    ...(previous
      ? [{ ...columns.change, label: t('Depuis {year}', { year: String(previous.year) }) }]
      : []),
  ]
  return (
    <Table
      caption="Niveau par axe, de 0 à 5"
      columns={shown}
      rows={axes.map((axis, index) =>
        waiting.includes(axis)
          ? { axis: t(axisLabels[axis]), level: '—', word: t('Pas encore répondu') }
          : {
              axis: t(axisLabels[axis]),
              level: formatDecimal(levels[axis]),
              word: t(nameLevel(levels[axis])),
              ...toCompared(comparison, index),
              change: change && writeChange(change[index]?.change ?? 0),
            },
      )}
    />
  )
}

function toCompared(comparison: Comparison, index: number) {
  const compared = comparison.isShown ? comparison.axes[index] : undefined
  if (!compared) return {}
  const { median, low, high, position } = compared
  return {
    median: formatDecimal(median),
    quartiles: t('{low} à {high}', { low: formatDecimal(low), high: formatDecimal(high) }),
    position: t(positionLabels[position]),
  }
}

export function writeChange(change: number): string {
  if (change === 0) return t('stable')
  return `${change > 0 ? '+' : '−'}${formatDecimal(Math.abs(change))}`
}
