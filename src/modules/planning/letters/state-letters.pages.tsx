/** Where the association records what the State or a ministry wrote to the communes: their letters quote it. */
import { z } from 'zod'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { action, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  DateField,
  Form,
  FormSection,
  NumberField,
  Page,
  Table,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { modelHome } from './edit-model.pages.tsx'
import { recordStateLetter, withdrawStateLetter } from './model-letter.actions.ts'
import { RecordStateLetter } from './model-letter.schema.ts'
import { listStateLetters, type StateLetter } from './state-letter.queries.ts'

const path = '/espace/lettre-modele/etat'

const stateLettersPage = form(path, {
  load: (_, { db }) => listStateLetters(db),
  allow: associationStaff,
  input: RecordStateLetter,
  invalid: (letters, submission) => <StateLetters letters={letters} {...submission} />,
  valid: async (_, input, context) => {
    if (!(await recordStateLetter(context, input)))
      return refuse({
        reference: 'Une lettre de cette référence est déjà enregistrée pour l’année',
      })
    return seeOther(path, 'La lettre est enregistrée. Les projets à venir en tiendront compte.')
  },
})

type Props = Submission<z.infer<typeof RecordStateLetter>> & {
  readonly letters: readonly StateLetter[]
}

function StateLetters({ letters, values, errors }: Props) {
  return (
    <Page
      title="Les lettres de l’État aux communes"
      errors={errors}
      breadcrumbs={[{ label: 'La lettre de cadrage modèle', href: modelHome }]}
      lead="Ce que le ministère demande pour un budget. Chaque projet de lettre de l’année le cite."
    >
      {letters.length > 0 && <Recorded letters={letters} />}
      <FormSection title="Enregistrer une lettre">
        <Form action={path} submit="Enregistrer">
          <NumberField
            name="year"
            label="Année du budget"
            value={values.year}
            error={errors.year}
          />
          <TextField
            name="issuer"
            label="Qui l’a signée"
            hint="Le ministère ou la fonction, sans nom de personne."
            value={values.issuer}
            error={errors.issuer}
          />
          <TextField
            name="reference"
            label="Référence"
            value={values.reference}
            error={errors.reference}
          />
          <DateField name="signedOn" label="Date" value={values.signedOn} error={errors.signedOn} />
          <TextArea
            name="summary"
            label="Ce qu’elle demande"
            value={values.summary}
            error={errors.summary}
            rows={5}
          />
        </Form>
      </FormSection>
    </Page>
  )
}

function Recorded({ letters }: Pick<Props, 'letters'>) {
  return (
    <Table
      caption="Lettres enregistrées"
      columns={[
        { key: 'reference', label: 'Référence' },
        { key: 'year', label: 'Budget' },
        { key: 'issuer', label: 'Signataire' },
        { key: 'withdraw', label: 'Retirer' },
      ]}
      rows={letters.map(({ id, reference, year, issuer, signedOn }) => ({
        reference: t('{reference} du {date}', { reference, date: formatDate(signedOn) }),
        year: String(year),
        issuer,
        withdraw: (
          <ActionButton
            action={`${path}/retirer`}
            label="Retirer"
            fields={{ id }}
            confirm="Elle ne sera plus citée dans les projets à venir."
          />
        ),
      }))}
    />
  )
}

const withdrawAction = action(`${path}/retirer`, {
  load: () => null,
  allow: associationStaff,
  input: z.object({ id: z.uuid('Cette lettre n’est plus là') }),
  back: () => path,
  act: async (_, { id }, context) => {
    await withdrawStateLetter(context, id)
    return seeOther(path, 'La lettre est retirée.')
  },
})

export const stateLetterPages = [stateLettersPage, withdrawAction]
