/** What a project is, in short: its title, its summary, its amount, its dates. */
import type { z } from 'zod'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  Form,
  Hidden,
  MoneyField,
  Page,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { crumbs, loadProject } from './load-project.ts'
import { savePresentation } from './project.actions.ts'
import { projectPolicy } from './project.policy.ts'
import { Presentation, type Project } from './project.schema.ts'

export const editPresentationPage = form('/espace/projets/:projectId/presentation', {
  load: loadProject,
  allow: projectPolicy.edit,
  input: Presentation,
  initial: (project) => project,
  invalid: (project, submission) => <EditPresentation project={project} {...submission} />,
  valid: async (project, { version, ...texts }, context) => {
    if (!(await savePresentation(context, project, version, texts)))
      return refuse({
        form: 'Quelqu’un a modifié ce projet pendant que vous écriviez. Votre texte est gardé ci-dessous : enregistrez de nouveau pour le remplacer.',
      })
    return seeOther(`/espace/projets/${project.id}`, 'La présentation est enregistrée.')
  },
})

type Props = Submission<z.infer<typeof Presentation>> & { project: Project }

function EditPresentation({ project, values, errors }: Props) {
  return (
    <Page title="Présenter le projet" errors={errors} breadcrumbs={crumbs(project)}>
      <Form
        action={`/espace/projets/${project.id}/presentation`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: `/espace/projets/${project.id}` }}
      >
        <Hidden name="version" value={String(project.version)} />
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="summary"
          label="En quelques phrases"
          hint="Public une fois le projet démarré."
          value={values.summary}
          error={errors.summary}
          required={false}
        />
        <ProjectTerms values={values} errors={errors} />
      </Form>
    </Page>
  )
}

interface Terms {
  readonly amount: string
  readonly startsOn: string
  readonly endsOn: string
}

export function ProjectTerms({
  values,
  errors,
}: {
  values: { readonly [K in keyof Terms]?: string }
  errors: { readonly [K in keyof Terms]?: string }
}) {
  return (
    <>
      <MoneyField
        name="amount"
        label="Montant en tout"
        hint="Vide ou 0 si le projet ne coûte rien à la commune."
        value={values.amount}
        error={errors.amount}
        required={false}
      />
      <DateField
        name="startsOn"
        label="Début prévu"
        value={values.startsOn}
        error={errors.startsOn}
        required={false}
      />
      <DateField
        name="endsOn"
        label="Fin prévue"
        value={values.endsOn}
        error={errors.endsOn}
        required={false}
      />
    </>
  )
}
