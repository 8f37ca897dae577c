/** The frame of a plan in a form: its title, its years, and what each may cost. */
import { t } from '#platform/i18n.ts'
import type { Submission } from '#platform/web.ts'
import { FormSection, MoneyField, NumberField, Select, TextField } from '#web/components/index.tsx'
import { envelopeRows, type FrameValues } from './plan-input.schema.ts'

type Values = Partial<Record<keyof FrameValues, string>>
type Errors = Partial<Record<keyof FrameValues, string>>

export function FrameFields({ values, errors }: { values: object; errors: object }) {
  const { title, firstYear, years } = values as Values
  const problems = errors as Errors & Submission<FrameValues>['errors']
  return (
    <>
      <TextField name="title" label="Titre" value={title} error={problems.title} />
      <NumberField
        name="firstYear"
        label="Première année"
        value={firstYear}
        error={problems.firstYear}
      />
      <Select
        name="years"
        label="Durée"
        value={years}
        error={problems.years}
        options={[
          { value: '3', label: 'Trois ans' },
          { value: '4', label: 'Quatre ans' },
          { value: '5', label: 'Cinq ans' },
        ]}
      />
      <FormSection
        title="L’enveloppe de chaque année"
        hint="Ce que la commune peut consacrer au numérique, investissement et fonctionnement ensemble. Les années au-delà de la durée choisie sont ignorées."
      >
        {envelopeRows.map((row) => (
          <MoneyField
            key={row}
            name={`envelope${row}`}
            label={t('Année {row}', { row })}
            value={(values as Values)[`envelope${row}`]}
            error={problems[`envelope${row}`]}
          />
        ))}
      </FormSection>
    </>
  )
}
