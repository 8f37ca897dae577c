/** An indicator by category and by department: bars, and the same figures in a table. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { BarChart, Details, Table } from '#web/components/index.tsx'
import { getDefinition } from './indicator.lists.ts'
import type { ShownIndicator } from './shown-indicator.types.ts'
import { formatIndicator, tellBasis, tellValue } from './tell-value.ts'

type Props = Pick<ShownIndicator, 'code' | 'values' | 'departments'>

export function Spread({ code, values, departments }: Props) {
  const categories = (Object.keys(categoryLabels) as Category[]).map((key) => ({
    code: key,
    name: t(categoryLabels[key]),
  }))
  return (
    <>
      <Groups
        title="Par catégorie de commune"
        head="Catégorie"
        {...{ code, values }}
        groups={categories}
      />
      <Groups
        title="Par département"
        head="Département"
        {...{ code, values }}
        groups={departments}
      />
    </>
  )
}

interface GroupsProps extends Pick<Props, 'code' | 'values'> {
  readonly title: string
  readonly head: string
  readonly groups: Props['departments']
}

function Groups({ code, values, title, head, groups }: GroupsProps) {
  const definition = getDefinition(code)
  const lines = groups.map((group) => ({
    ...group,
    value: values.find(({ groupKey }) => groupKey === group.code),
  }))
  const bars = lines.flatMap(({ name, value }) =>
    value ? [{ label: name, parts: [value.value] }] : [],
  )
  if (bars.length === 0) return null
  return (
    <section>
      <h2>{t(title)}</h2>
      <BarChart
        title={title}
        legend={[definition.label]}
        bars={bars}
        format={(value) => formatIndicator(value, definition.unit)}
      />
      <Details summary="Le tableau">
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { key: 'name', label: head },
            { key: 'value', label: 'Valeur', numeric: true },
            { key: 'basis', label: 'Compté sur' },
          ]}
          rows={lines.map(({ name, value }) => ({
            name,
            value: value ? tellValue(definition, value) : t('pas encore mesuré'),
            basis: value && tellBasis(definition, value),
          }))}
        />
      </Details>
    </section>
  )
}
