import { MoneyField, TextArea } from '#web/components/index.tsx'
import type { SectionFieldsProps } from './section.schema.ts'

export function PriceFields({ values, errors }: SectionFieldsProps<'prix'>) {
  return (
    <>
      <MoneyField
        name="priceSetup"
        label="Mise en place, une seule fois"
        hint="Installation, reprise des données, formation. 0 si elle est gratuite."
        required={false}
        value={values.priceSetup}
        error={errors.priceSetup}
      />
      <MoneyField
        name="priceYearly"
        label="Par an"
        required={false}
        value={values.priceYearly}
        error={errors.priceYearly}
      />
      <MoneyField
        name="pricePerInhabitant"
        label="Par habitant et par an"
        required={false}
        value={values.pricePerInhabitant}
        error={errors.pricePerInhabitant}
      />
      <MoneyField
        name="pricePerUser"
        label="Par utilisateur et par an"
        required={false}
        value={values.pricePerUser}
        error={errors.pricePerUser}
      />
      <TextArea
        name="priceNote"
        label="Précisions"
        hint="Ce qui est compris, ce qui ne l’est pas, taxes, remises pour plusieurs communes."
        rows={3}
        limit={1000}
        required={false}
        value={values.priceNote}
        error={errors.priceNote}
      />
    </>
  )
}
