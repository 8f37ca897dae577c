/** The numbered rows of a file: its lots, and the criteria it proposes. */
import { t } from '#platform/i18n.ts'
import type { Submission } from '#platform/web.ts'
import {
  Details,
  Fieldset,
  FormSection,
  MoneyField,
  NumberField,
  TextField,
} from '#web/components/index.tsx'
import { criterionRows, lotRows, type TenderFileInput } from './tender.schema.ts'

export type TenderFields = Submission<TenderFileInput>

type NumberedName =
  | `${'lot' | 'lotEstimate'}${(typeof lotRows)[number]}`
  | `${'criterion' | 'weight'}${(typeof criterionRows)[number]}`

function at({ values, errors }: TenderFields, name: NumberedName) {
  const value = values[name]
  return { name, value: typeof value === 'string' ? value : undefined, error: errors[name] }
}

export function TenderRows(typed: TenderFields) {
  return (
    <>
      <FormSection
        title="Les lots"
        hint="Facultatif. Si vous les estimez, leurs montants font le montant estimé."
      >
        {lotRows.map((row) => (
          <FoldedRow
            key={row}
            title={t('Lot {row}', { row })}
            isFilled={Boolean(typed.values[`lot${row}`])}
          >
            <TextField {...at(typed, `lot${row}`)} label="Nom du lot" />
            <MoneyField {...at(typed, `lotEstimate${row}`)} label="Montant estimé du lot" />
          </FoldedRow>
        ))}
      </FormSection>
      <FormSection
        title="Les critères proposés"
        hint="Une proposition : la procédure fixe les critères définitifs. Les poids font 100 ensemble."
      >
        {criterionRows.map((row) => (
          <FoldedRow
            key={row}
            title={t('Critère {row}', { row })}
            isFilled={row === 1 || Boolean(typed.values[`criterion${row}`])}
          >
            <TextField {...at(typed, `criterion${row}`)} label="Critère" />
            <NumberField {...at(typed, `weight${row}`)} label="Poids" suffix="%" />
          </FoldedRow>
        ))}
      </FormSection>
    </>
  )
}

interface RowProps {
  readonly title: string
  readonly isFilled: boolean
  readonly children: preact.ComponentChildren
}

function FoldedRow({ title, isFilled, children }: RowProps) {
  const fields = <Fieldset legend={title}>{children}</Fieldset>
  if (isFilled) return fields
  return <Details summary={t('Ajouter : {title}', { title })}>{fields}</Details>
}
