import {
  CheckboxGroup,
  choicesOf,
  RadioGroup,
  TextArea,
  TextField,
  UrlField,
} from '#web/components/index.tsx'
import { domainLabels, maturityLabels } from '../../labels.ts'
import type { SectionFieldsProps } from './section.schema.ts'

export function PresentationFields({ values, errors }: SectionFieldsProps<'presentation'>) {
  return (
    <>
      <TextField name="name" label="Nom de la solution" value={values.name} error={errors.name} />
      <TextArea
        name="summary"
        label="Résumé"
        hint="Ce que la commune y gagne, en une phrase. C’est ce que montre le catalogue."
        rows={2}
        limit={200}
        value={values.summary}
        error={errors.summary}
      />
      <TextArea
        name="problem"
        label="Problème résolu"
        hint="Ce qui se passe aujourd’hui dans les communes, et que la solution change."
        limit={3000}
        value={values.problem}
        error={errors.problem}
      />
      <CheckboxGroup
        name="domains"
        label="Domaines"
        options={choicesOf(domainLabels)}
        value={values.domains}
        error={errors.domains}
      />
      <RadioGroup
        name="maturity"
        label="Où en est-elle ?"
        options={choicesOf(maturityLabels)}
        value={values.maturity}
        error={errors.maturity}
      />
      <UrlField
        name="demoUrl"
        label="Adresse d’une démonstration"
        required={false}
        value={values.demoUrl}
        error={errors.demoUrl}
      />
    </>
  )
}
