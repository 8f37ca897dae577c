import { choicesOf, RadioGroup, TextArea, TextField } from '#web/components/index.tsx'
import { licenceLabels } from '../../labels.ts'
import type { SectionFieldsProps } from './section.schema.ts'

export function ReversibilityFields({ values, errors }: SectionFieldsProps<'reversibilite'>) {
  return (
    <>
      <TextArea
        name="reversibility"
        label="Réversibilité"
        hint="Comment la commune récupère ses données et continue sans vous : formats, délai, coût."
        limit={3000}
        value={values.reversibility}
        error={errors.reversibility}
      />
      <RadioGroup
        name="licence"
        label="Licence"
        options={choicesOf(licenceLabels)}
        value={values.licence}
        error={errors.licence}
      />
      <TextField
        name="licenceName"
        label="Nom de la licence"
        hint="Par exemple EUPL 1.2, MIT."
        required={false}
        value={values.licenceName}
        error={errors.licenceName}
      />
      <TextArea
        name="support"
        label="Support"
        hint="Qui répond, par quel moyen, à quelles heures, sous quel délai."
        limit={3000}
        value={values.support}
        error={errors.support}
      />
    </>
  )
}
