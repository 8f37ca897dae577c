/** What the procedure is, what one receives, and what happens in between. */
import { z } from 'zod'
import { fields, form, type Submission } from '#platform/web.ts'
import { Page, TextArea, TextField } from '#web/components/index.tsx'
import { DraftForm } from './draft-form.view.tsx'
import { crumbsOf } from './edit-screen.pages.tsx'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'

const Presentation = z.object({
  version: fields.version(),
  title: fields.text({ max: 300, missing: 'Écrivez l’intitulé' }),
  summary: fields.text({ max: 2000, missing: 'Dites à quoi sert la démarche' }),
  outcome: fields.optionalText(2000),
  steps: fields.optionalText(10_000),
})

export const editPresentationPage = form(`${editorPath}/presentation`, {
  load: loadDraft,
  allow: mayWrite,
  input: Presentation,
  initial: ({ definition: { title, summary, outcome, steps }, version }) => ({
    ...{ title, summary, outcome, version },
    steps: steps.join('\n'),
  }),
  invalid: (drafting, submission) => <EditPresentation drafting={drafting} {...submission} />,
  valid: (drafting, { version, steps, ...texts }, context) =>
    keepDraft(context, drafting, {
      definition: { ...drafting.definition, ...texts, steps: readLines(steps) },
      from: version,
      to: editorOf(drafting),
      said: 'La présentation est enregistrée.',
    }),
})

function readLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

interface Props extends Submission<z.infer<typeof Presentation>> {
  readonly drafting: Drafting
}

function EditPresentation({ drafting, values, errors }: Props) {
  return (
    <Page title="La présentation" errors={errors} breadcrumbs={crumbsOf(drafting)}>
      <DraftForm drafting={drafting} values={values} errors={errors}>
        <TextField
          name="title"
          label="Intitulé"
          hint="Ce que l’on vient faire : « Louer la salle polyvalente »."
          value={values.title}
          error={errors.title}
        />
        <TextArea
          name="summary"
          label="À quoi elle sert"
          value={values.summary}
          error={errors.summary}
          rows={3}
        />
        <TextArea
          name="outcome"
          label="Ce que l’on reçoit à la fin"
          value={values.outcome}
          error={errors.outcome}
          required={false}
          rows={2}
        />
        <TextArea
          name="steps"
          label="Ce qui se passe ensuite"
          hint="Une étape par ligne."
          value={values.steps}
          error={errors.steps}
          required={false}
          rows={6}
        />
      </DraftForm>
    </Page>
  )
}
