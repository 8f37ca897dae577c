/** The closing evaluation of one side: what was achieved, what is to improve; the other's is shown once both are there. */
import { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { listEvaluations } from './journal.queries.ts'
import { crumbs } from './load-project.ts'
import { saveEvaluation } from './project.actions.ts'
import { projectPolicy } from './project.policy.ts'
import { getProject } from './project.queries.ts'
import type { Evaluation, Project } from './project.schema.ts'

const stars = ['5', '4', '3', '2', '1'] as const
const starLabels = {
  5: '5, très satisfait',
  4: '4, satisfait',
  3: '3, moyennement satisfait',
  2: '2, peu satisfait',
  1: '1, pas satisfait',
} as const

const Opinion = z.object({
  stars: fields.choice(stars, 'Donnez une note'),
  achieved: fields.text({ min: 20, max: 4000, missing: 'Dites ce qui est atteint' }),
  toImprove: fields.text({ min: 20, max: 4000, missing: 'Dites ce qui est à améliorer' }),
})

interface Judged {
  readonly project: Project
  readonly evaluations: readonly Evaluation[]
}

export const evaluateProjectPage = form('/espace/projets/:projectId/evaluation', {
  load: loadJudged,
  allow: (actor, { project }) => projectPolicy.evaluate(actor, project),
  input: Opinion,
  initial: findOwn,
  invalid: ({ project }, submission) => <Evaluate project={project} {...submission} />,
  valid: async ({ project }, opinion, context) => {
    await saveEvaluation(context, project, { ...opinion, stars: Number(opinion.stars) })
    return seeOther(`/espace/projets/${project.id}`, 'Votre évaluation est enregistrée.')
  },
})

async function loadJudged({ projectId }: { projectId: string }, { db }: Context): Promise<Judged> {
  return {
    project: await getProject(db, projectId),
    evaluations: await listEvaluations(db, projectId),
  }
}

function findOwn({ evaluations }: Judged, { actor }: Context) {
  const own = evaluations.find(({ organisationId }) => organisationId === getOrganisationId(actor))
  return own ? { ...own, stars: String(own.stars) } : {}
}

type Props = Submission<z.infer<typeof Opinion>> & { project: Project }

function Evaluate({ project, values, errors }: Props) {
  return (
    <Page
      title="Évaluer le projet"
      lead="Publique une fois le projet clos. Chaque partie écrit la sienne avant de lire celle de l’autre."
      errors={errors}
      breadcrumbs={crumbs(project)}
    >
      <Form
        action={`/espace/projets/${project.id}/evaluation`}
        submit="Enregistrer l’évaluation"
        secondary={{ label: 'Annuler', href: `/espace/projets/${project.id}` }}
      >
        <RadioGroup
          name="stars"
          label="Votre note"
          options={stars.map((value) => ({ value, label: starLabels[value] }))}
          value={values.stars}
          error={errors.stars}
        />
        <TextArea
          name="achieved"
          label="Ce qui est atteint"
          hint="Comparez aux objectifs et aux indicateurs."
          value={values.achieved}
          error={errors.achieved}
        />
        <TextArea
          name="toImprove"
          label="Ce qui est à améliorer"
          hint="Ce que vous conseillez à une autre commune ou à une autre startup."
          value={values.toImprove}
          error={errors.toImprove}
        />
      </Form>
    </Page>
  )
}
