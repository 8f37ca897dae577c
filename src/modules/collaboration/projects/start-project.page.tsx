/** Opening a project by hand, for work already under way: with a startup of Cauri, or another contractor. */
import { z } from 'zod'
import { type CatalogueEntry, listAllEntries } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, Select, TextArea, TextField } from '#web/components/index.tsx'
import { ProjectTerms } from './edit-presentation.page.tsx'
import { openProject } from './open-project.ts'
import { mayOpenProject } from './project.policy.ts'

const NewProject = z
  .object({
    title: fields.text({ max: 200, missing: 'Donnez un titre au projet' }),
    summary: fields.optionalText(4000),
    solution: fields.optionalText(100),
    contractor: fields.optionalText(200),
    amount: fields.optionalMoney(),
    startsOn: fields.optionalDay(),
    endsOn: fields.optionalDay(),
  })
  .refine(({ solution, contractor }) => (solution === '') !== (contractor === ''), {
    path: ['contractor'],
    message: 'Choisissez une solution de Cauri, ou nommez l’autre prestataire : l’un des deux',
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'La fin précède le début',
  })
type NewProject = z.infer<typeof NewProject>

export const startProjectPage = form('/espace/projets/nouveau', {
  load: (_, { db }) => listAllEntries(db),
  allow: mayOpenProject,
  input: NewProject,
  invalid: (entries, submission) => <StartProject entries={entries} {...submission} />,
  valid: async (entries, { solution, amount, ...typed }, context) => {
    const entry = entries.find(({ slug }) => slug === solution)
    if (solution !== '' && !entry)
      return refuse({ solution: 'Choisissez parmi les solutions proposées' })
    const project = await openProject(context, {
      ...typed,
      communeId: getOrganisationId(context.actor),
      startupId: entry?.startupId ?? null,
      solutionId: entry?.solutionId ?? null,
      services: entry?.services ?? [],
      amount: amount ?? 0,
    })
    return seeOther(
      `/espace/projets/${project.id}`,
      'Le projet est ouvert. Écrivez sa charte et fixez ses jalons.',
    )
  },
})

type Props = Submission<NewProject> & { entries: readonly CatalogueEntry[] }

function StartProject({ entries, values, errors }: Props) {
  return (
    <Page
      title="Ouvrir un projet déjà engagé"
      lead="Un projet né d’une convention signée dans Cauri s’ouvre de lui-même. Ici, ceux qui sont déjà en route."
      errors={errors}
      breadcrumbs={[{ label: 'Projets', href: '/espace/projets' }]}
    >
      <Form
        action="/espace/projets/nouveau"
        submit="Ouvrir le projet"
        secondary={{ label: 'Annuler', href: '/espace/projets' }}
      >
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="summary"
          label="En quelques phrases"
          value={values.summary}
          error={errors.summary}
          required={false}
        />
        <Select
          name="solution"
          label="Solution mise en place"
          hint="La startup qui la propose est prévenue, et écrit le projet avec vous."
          options={entries.map(({ slug, name, startupName }) => ({
            value: slug,
            label: `${name} (${startupName})`,
          }))}
          empty="Aucune de celles-ci"
          value={values.solution}
          error={errors.solution}
          required={false}
        />
        <TextField
          name="contractor"
          label="Autre prestataire"
          hint="Son nom, s’il n’est pas dans Cauri."
          value={values.contractor}
          error={errors.contractor}
          required={false}
        />
        <ProjectTerms values={values} errors={errors} />
      </Form>
    </Page>
  )
}
