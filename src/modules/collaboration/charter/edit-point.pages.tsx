/** One point of the version in preparation: what to write, an example, where it comes from. */
import { orNotFound } from '#platform/errors.ts'
import { associationStaff } from '#platform/policy.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Checkbox, Form, NumberField, Page, TextArea, TextField } from '#web/components/index.tsx'
import { savePoint } from './charter.actions.ts'
import { findDraftCharter } from './charter.queries.ts'
import { mostPoints, PointInput } from './charter.schema.ts'
import { loadDraftPoint } from './edit-charter.pages.tsx'

const base = '/espace/points'

const addPointPage = form(`${base}/ajouter`, {
  load: async (_, { db }) => orNotFound(await findDraftCharter(db)),
  allow: associationStaff,
  input: PointInput,
  initial: ({ points }) => ({ position: points.length + 1 }),
  invalid: (_, submission) => <EditPoint title="Ajouter un point" {...submission} />,
  valid: async (draft, input, context) => {
    if (draft.points.length >= mostPoints)
      return refuse({ form: 'La liste est pleine : retirez un point d’abord.' })
    await savePoint(context, draft, null, input)
    return seeOther(base, 'Le point est ajouté.')
  },
})

const editPointPage = form(`${base}/:key`, {
  load: loadDraftPoint,
  allow: associationStaff,
  input: PointInput,
  initial: ({ point }) => point,
  invalid: ({ point }, submission) => <EditPoint title={point.title} {...submission} />,
  valid: async ({ draft, point }, input, context) => {
    await savePoint(context, draft, point, input)
    return seeOther(base, 'Le point est enregistré.')
  },
})

export const editPointPages = [addPointPage, editPointPage]

/** The form posts to the page it is on. */
function EditPoint({ title, values, errors }: Submission<PointInput> & { title: string }) {
  return (
    <Page title={title} errors={errors} breadcrumbs={[{ label: 'Points d’un projet', href: base }]}>
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: base }}>
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="guidance"
          label="Ce qu’il faut écrire"
          value={values.guidance}
          error={errors.guidance}
          limit={2000}
        />
        <TextArea
          name="example"
          label="Exemple"
          hint="Fictif, mais aussi précis qu’un vrai."
          value={values.example}
          error={errors.example}
          limit={2000}
        />
        <TextField
          name="source"
          label="Source"
          hint="Texte, session de la commission, ou « à confirmer »."
          value={values.source}
          error={errors.source}
        />
        <NumberField
          name="position"
          label="Rang dans la liste"
          value={values.position}
          error={errors.position}
        />
        <Checkbox
          name="isMandatory"
          label="Obligatoire : un projet ne démarre pas sans lui"
          value={values.isMandatory}
          error={errors.isMandatory}
        />
      </Form>
    </Page>
  )
}
