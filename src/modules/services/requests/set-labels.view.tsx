/** The form of labels. */
import type { Submission } from '#platform/web.ts'
import { Form, Page, TextField } from '#web/components/index.tsx'

interface Props extends Submission<{ readonly labels: string }> {
  readonly back: { readonly href: string; readonly label: string }
}

export function SetLabels({ back, values, errors }: Props) {
  return (
    <Page
      title="Étiquettes"
      errors={errors}
      breadcrumbs={[{ label: 'Demandes reçues', href: '/espace/demandes' }, back]}
    >
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: back.href }}>
        <TextField
          name="labels"
          label="Étiquettes"
          hint="Séparées par des virgules, dix au plus : « Urgent, À rappeler »."
          required={false}
          value={values.labels}
          error={errors.labels}
        />
      </Form>
    </Page>
  )
}
