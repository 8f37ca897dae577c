/** The questions of a screen or of a block, in their order. */
import { t } from '#platform/i18n.ts'
import { EmptyState, Table } from '#web/components/index.tsx'
import type { Definition, Field } from '../procedures/procedure.types.ts'
import { tellCondition } from '../procedures/tell-condition.rules.ts'
import { isText } from '../procedures/visible.rules.ts'
import { typeLabels } from './editor.labels.ts'
import { MoveButtons } from './move-buttons.view.tsx'

interface Props {
  readonly fields: readonly Field[]
  readonly definition: Definition
  readonly base: string
}

export function FieldTable({ fields, definition, base }: Props) {
  if (fields.length === 0) return <EmptyState title="Aucune question pour le moment" />
  return (
    <Table
      caption="Questions, dans l’ordre"
      columns={[
        { key: 'label', label: 'Question' },
        { key: 'type', label: 'Réponse' },
        { key: 'asked', label: 'Posée' },
        { key: 'move', label: 'Ordre' },
      ]}
      rows={fields.map((field, index) => ({
        label: <a href={`${base}/questions/${field.code}`}>{field.label}</a>,
        type: t(typeLabels[field.type]),
        asked: tellAsked(definition, field),
        move: (
          <MoveButtons
            base={base}
            element={field}
            isFirst={index === 0}
            isLast={index === fields.length - 1}
          />
        ),
      }))}
    />
  )
}

function tellAsked(definition: Definition, field: Field): string {
  const when = field.when ? tellCondition(definition, field.when) : t('Toujours')
  if (isText(field)) return when
  const isOptional = field.type === 'block' ? field.min === 0 : !field.isRequired
  return isOptional ? t('{when} (facultatif)', { when }) : when
}
