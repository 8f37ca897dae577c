/** The fields of the model letter, part by part. */
import type { Submission } from '#platform/web.ts'
import { Form, FormSection, Hidden, TextArea, TextField } from '#web/components/index.tsx'
import { sectionHints } from './letter.labels.ts'
import type { SectionKey } from './letter.schema.ts'
import type { EditModelInput } from './model-letter.schema.ts'

interface Props extends Submission<EditModelInput> {
  readonly address: string
  readonly back: string
  readonly keys: readonly SectionKey[]
}

export function ModelForm({ address, back, keys, values, errors }: Props) {
  return (
    <Form action={address} submit="Enregistrer" secondary={{ label: 'Retour', href: back }}>
      <Hidden name="version" value={String(values.version ?? '')} />
      <TextField name="title" label="Titre" value={values.title} error={errors.title} />
      <TextArea
        name="reason"
        label="Ce qui change, et pourquoi"
        hint="Envoyé à chaque commune quand la version est publiée."
        value={values.reason}
        error={errors.reason}
        rows={3}
        required={false}
      />
      <TextField
        name="addressees"
        label="À qui la lettre s’adresse"
        value={values.addressees}
        error={errors.addressees}
      />
      <TextField
        name="signatory"
        label="Qui signe"
        value={values.signatory}
        error={errors.signatory}
      />
      <TextArea
        name="departments"
        label="Les services qui reçoivent un plafond"
        hint="Un par ligne. Chaque commune les adapte."
        value={values.departments}
        error={errors.departments}
        rows={7}
      />
      <Parts keys={keys} values={values} errors={errors} />
    </Form>
  )
}

function Parts({ keys, values, errors }: Pick<Props, 'keys' | 'values' | 'errors'>) {
  return (
    <>
      {keys.map((key) => (
        <FormSection key={key} title={values[`title-${key}`] ?? ''} hint={sectionHints[key]}>
          <TextField
            name={`title-${key}`}
            label="Titre de la partie"
            value={values[`title-${key}`]}
            error={errors[`title-${key}`]}
          />
          <TextArea
            name={`body-${key}`}
            label="Texte de la partie"
            hint="Les mots entre accolades (commune, annee, anneePrecedente) sont remplacés dans chaque lettre."
            value={values[`body-${key}`]}
            error={errors[`body-${key}`]}
            rows={6}
          />
        </FormSection>
      ))}
    </>
  )
}
