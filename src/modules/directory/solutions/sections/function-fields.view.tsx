import { CheckboxGroup, choicesOf, TextArea } from '#web/components/index.tsx'
import { languageLabels, serviceOptions } from '../../labels.ts'
import type { SectionFieldsProps } from './section.schema.ts'

export function FunctionFields({ values, errors }: SectionFieldsProps<'fonctions'>) {
  return (
    <>
      <TextArea
        name="description"
        label="Fonctions"
        hint="Ce que la solution permet de faire, fonction par fonction."
        rows={10}
        limit={6000}
        value={values.description}
        error={errors.description}
      />
      <CheckboxGroup
        name="services"
        label="Services municipaux couverts"
        hint="Les communes cherchent par service : cochez ceux que la solution rend vraiment."
        required={false}
        options={serviceOptions}
        value={values.services}
        error={errors.services}
      />
      <CheckboxGroup
        name="languages"
        label="Langues de l’interface"
        options={choicesOf(languageLabels)}
        value={values.languages}
        error={errors.languages}
      />
      <TextArea
        name="interoperability"
        label="Interopérabilité"
        hint="Formats d’échange, API, systèmes de l’État ou de la commune déjà raccordés."
        limit={2000}
        required={false}
        value={values.interoperability}
        error={errors.interoperability}
      />
    </>
  )
}
