/** Each commune that is measured, the best first, beside its category; and those that are not. */
import { type CommuneLine, categoryLabels } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { choicesOf, GetForm, Select, Table } from '#web/components/index.tsx'
import { isAmong } from './commune-filter.rules.ts'
import { getDefinition } from './indicator.lists.ts'
import { rank } from './series.rules.ts'
import type { ShownIndicator } from './shown-indicator.types.ts'
import { tellBasis, tellValue } from './tell-value.ts'

export function Ranking(shown: ShownIndicator) {
  const { code, values, communes, filter } = shown
  const definition = getDefinition(code)
  const byCommune = new Map(values.map((value) => [value.communeId, value]))
  const asked = communes.filter((commune) => isAmong(filter, commune))
  const measured = asked.flatMap((commune) => {
    const found = byCommune.get(commune.id)
    return found ? [{ ...found, commune }] : []
  })
  return (
    <section id="communes">
      <h2>{t('Commune par commune')}</h2>
      <Filters {...shown} />
      <p>
        {t(
          '{measured, plural, =0 {Aucune commune mesurée} one {# commune mesurée} other {# communes mesurées}} sur {asked}.',
          { measured: measured.length, asked: asked.length },
        )}
      </p>
      {measured.length > 0 && (
        <Table
          caption="Commune par commune"
          isCaptionHidden
          columns={[
            { key: 'name', label: 'Commune' },
            { key: 'rank', label: 'Rang', numeric: true },
            { key: 'value', label: 'Valeur', numeric: true },
            { key: 'basis', label: 'Compté sur' },
          ]}
          rows={rank(measured, definition.better).map(({ rank: place, row }) => ({
            name: <a href={`/communes/${row.commune.slug}/indicateurs`}>{row.commune.name}</a>,
            rank: place,
            value: tellValue(definition, row, true),
            basis: tellBasis(definition, row, true),
          }))}
        />
      )}
      <Unmeasured communes={asked.filter(({ id }) => !byCommune.has(id))} />
    </section>
  )
}

function Unmeasured({ communes }: { communes: readonly CommuneLine[] }) {
  if (communes.length === 0) return null
  return (
    <p class="meta">
      {t('Pas encore mesurées : {names}.', {
        names: communes.map(({ name }) => name).join(', '),
      })}
    </p>
  )
}

function Filters({ code, filter, departments }: ShownIndicator) {
  return (
    <GetForm action={`/indicateurs/${code}#communes`} submit="Filtrer">
      <Select
        name="departement"
        label="Département"
        value={filter.department}
        empty="Tous les départements"
        options={departments.map((one) => ({ value: one.code, label: one.name }))}
        required={false}
      />
      <Select
        name="categorie"
        label="Catégorie"
        value={filter.category}
        empty="Toutes les catégories"
        options={choicesOf(categoryLabels)}
        required={false}
      />
    </GetForm>
  )
}
