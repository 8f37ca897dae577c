/** The plan of a project in preparation: its milestones, one at a time, and what their shares make in all. */
import { z } from 'zod'
import { formatShortDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  type Context,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ActionButton,
  ButtonLink,
  DateField,
  Form,
  NumberField,
  Page,
  Table,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { crumbs, loadProject } from './load-project.ts'
import { addMilestone, removeMilestone, rewriteMilestone } from './milestone.actions.ts'
import { getMilestone, listMilestones } from './milestone.queries.ts'
import { sumShares } from './plan.rules.ts'
import { projectPolicy } from './project.policy.ts'
import { getProject } from './project.queries.ts'
import { type Milestone, MilestoneInput, type Project } from './project.schema.ts'

interface Plan {
  readonly project: Project
  readonly milestones: readonly Milestone[]
}

const planOf = ({ id }: Project) => `/espace/projets/${id}/jalons`

const planPage = page('/espace/projets/:projectId/jalons', {
  load: async ({ projectId }, { db }): Promise<Plan> => ({
    project: await getProject(db, projectId),
    milestones: await listMilestones(db, projectId),
  }),
  allow: (actor, { project }) => projectPolicy.edit(actor, project),
  view: (plan) => <PlanPage {...plan} />,
})

const addMilestonePage = form('/espace/projets/:projectId/jalons/ajouter', {
  load: loadProject,
  allow: projectPolicy.edit,
  input: MilestoneInput,
  invalid: (project, submission) => (
    <EditMilestone title="Ajouter un jalon" project={project} {...submission} />
  ),
  valid: async (project, input, context) => {
    if (!(await addMilestone(context, project.id, input)))
      return refuse({ form: 'Le plan est plein : réunissez des jalons.' })
    return seeOther(planOf(project), 'Le jalon est ajouté.')
  },
})

interface Planned {
  readonly project: Project
  readonly milestone: Milestone
}

async function loadPlanned(
  { milestoneId }: { milestoneId: string },
  { db }: Context,
): Promise<Planned> {
  const milestone = await getMilestone(db, milestoneId)
  return { milestone, project: await getProject(db, milestone.projectId) }
}

const rewriteMilestonePage = form('/espace/jalons/:milestoneId/modifier', {
  load: loadPlanned,
  allow: (actor, { project }) => projectPolicy.edit(actor, project),
  input: MilestoneInput,
  initial: ({ milestone }) => milestone,
  invalid: ({ project }, submission) => (
    <EditMilestone title="Modifier le jalon" project={project} {...submission} />
  ),
  valid: async ({ project, milestone }, input, context) => {
    await rewriteMilestone(context, milestone, input)
    return seeOther(planOf(project), 'Le jalon est enregistré.')
  },
})

const removeMilestoneAction = action('/espace/jalons/:milestoneId/retirer', {
  load: loadPlanned,
  allow: (actor, { project }) => projectPolicy.edit(actor, project),
  input: z.object({}),
  back: ({ project }) => planOf(project),
  act: async ({ project, milestone }, _, context) => {
    await removeMilestone(context, milestone)
    return seeOther(planOf(project), 'Le jalon est retiré.')
  },
})

export const planPages = [planPage, addMilestonePage, rewriteMilestonePage, removeMilestoneAction]

const columns = [
  { key: 'title', label: 'Jalon' },
  { key: 'due', label: 'Échéance' },
  { key: 'weight', label: 'Part du travail', numeric: true },
  { key: 'payment', label: 'Part de paiement', numeric: true },
  { key: 'act', label: 'Action' },
]

function PlanPage({ project, milestones }: Plan) {
  const { weight, paymentShare } = sumShares(milestones)
  const total = {
    title: t('Total, qui doit faire 100 %'),
    due: '',
    weight: `${weight} %`,
    payment: `${paymentShare} %`,
    act: '',
  }
  return (
    <Page
      title="Les jalons"
      lead="Chaque jalon livre quelque chose qui se vérifie. Il ouvre droit à sa part du paiement une fois accepté."
      breadcrumbs={crumbs(project)}
    >
      {milestones.length > 0 && (
        <Table
          caption="Les jalons prévus"
          isCaptionHidden
          columns={columns}
          rows={[...milestones.map(toRow), total]}
        />
      )}
      <ButtonLink href={`${planOf(project)}/ajouter`}>Ajouter un jalon</ButtonLink>
    </Page>
  )
}

function toRow({ id, position, title, dueOn, weight, paymentShare }: Milestone) {
  return {
    title: <a href={`/espace/jalons/${id}/modifier`}>{`${position}. ${title}`}</a>,
    due: formatShortDate(dueOn),
    weight: `${weight} %`,
    payment: `${paymentShare} %`,
    act: <ActionButton action={`/espace/jalons/${id}/retirer`} label="Retirer" />,
  }
}

type EditProps = Submission<MilestoneInput> & { title: string; project: Project }

/** The form posts to the page it is on. */
function EditMilestone({ title, project, values, errors }: EditProps) {
  const back = planOf(project)
  return (
    <Page
      title={title}
      errors={errors}
      breadcrumbs={[...crumbs(project), { label: 'Les jalons', href: back }]}
    >
      <Form submit="Enregistrer le jalon" secondary={{ label: 'Annuler', href: back }}>
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="deliverables"
          label="Ce qui est livré, et comment on le vérifie"
          hint="Par exemple : trois marchés équipés ; cinq tickets vérifiés dans chacun par la RSI."
          value={values.deliverables}
          error={errors.deliverables}
        />
        <DateField name="dueOn" label="Échéance" value={values.dueOn} error={errors.dueOn} />
        <NumberField
          name="weight"
          label="Part du travail"
          suffix="%"
          value={values.weight}
          error={errors.weight}
        />
        <NumberField
          name="paymentShare"
          label="Part du paiement"
          suffix="%"
          hint="0 si rien n’est payé à ce jalon."
          value={values.paymentShare}
          error={errors.paymentShare}
        />
      </Form>
    </Page>
  )
}
