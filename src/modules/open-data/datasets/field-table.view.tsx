/** What each field of a file means. The files are in French, and so is this. */
import { t } from '#platform/i18n.ts'
import type { Field } from '#platform/tables/published-table.ts'
import { Details, Table } from '#web/components/index.tsx'
import { fieldKindLabels } from './dataset.labels.ts'

const columns = [
  { key: 'name', label: 'Champ' },
  { key: 'kind', label: 'Type' },
  { key: 'unit', label: 'Unité' },
  { key: 'meaning', label: 'Signification' },
]

export function FieldTable({ fields }: { fields: readonly Field[] }) {
  return (
    <>
      <h2>{t('Champs')}</h2>
      <Table
        caption="Champs"
        isCaptionHidden
        columns={columns}
        rows={fields.map(({ name, kind, unit, meaning, codes }) => ({
          name: <code>{name}</code>,
          kind: t(fieldKindLabels[kind]),
          unit: unit && <span lang="fr">{unit}</span>,
          meaning: (
            <div lang="fr">
              {meaning}
              {codes && <CodeList codes={codes} />}
            </div>
          ),
        }))}
      />
    </>
  )
}

function CodeList({ codes }: { codes: NonNullable<Field['codes']> }) {
  return (
    <Details summary="Liste des codes">
      <ul>
        {Object.entries(codes).map(([code, label]) => (
          <li key={code}>
            <code>{code}</code> : {label}
          </li>
        ))}
      </ul>
    </Details>
  )
}
