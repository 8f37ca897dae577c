/** The risks of a plan: how likely, how grave, and what the commune does about each. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
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
  Form,
  Hidden,
  NumberField,
  Page,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { allowEdit, followNamed, loadNamedPlan, loadPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan, PlanRisk } from './plan.schema.ts'
import { addressOf, crumbsOf, PlanFrame } from './plan-frame.view.tsx'
import { RiskInput, type RiskValues } from './plan-input.schema.ts'
import { addRisk, removeItem, rewriteRisk } from './plan-item.actions.ts'

const listOf = ({ plan }: FullPlan) => `${addressOf(plan)}/risques`

const risksPage = page('/espace/plan/:planId/risques', {
  load: loadNamedPlan,
  allow: followNamed,
  view: ({ full }, { actor }) => <Risks full={full} actor={actor} />,
})

function Risks({ full, actor }: { full: FullPlan; actor: Actor }) {
  const mayEdit = planPolicy.edit(actor, full.plan)
  const ordered = full.risks.toSorted(
    (a, b) => b.likelihood * b.impact - a.likelihood * a.impact || a.position - b.position,
  )
  return (
    <PlanFrame
      plan={full.plan}
      tab="/risques"
      lead="Vraisemblance et gravité vont de 1 à 5 ; à partir de 12, un risque est porté devant la direction."
    >
      {mayEdit && <ButtonLink href={`${listOf(full)}/nouveau`}>Ajouter un risque</ButtonLink>}
      <Table
        caption="Les risques, le plus fort d’abord"
        isCaptionHidden
        columns={[
          { key: 'title', label: 'Risque' },
          { key: 'weight', label: 'Poids' },
          { key: 'answer', label: 'Réponse' },
        ]}
        rows={ordered.map(({ id, title, likelihood, impact, answer }) => ({
          title: mayEdit ? <a href={`${listOf(full)}/${id}`}>{title}</a> : title,
          weight: <Weight likelihood={likelihood} impact={impact} />,
          answer,
        }))}
      />
    </PlanFrame>
  )
}

function Weight({ likelihood, impact }: Pick<PlanRisk, 'likelihood' | 'impact'>) {
  const weight = likelihood * impact
  return (
    <Tag tone={weight >= 12 ? 'danger' : weight >= 6 ? 'warning' : 'neutral'}>
      {`${likelihood} × ${impact} = ${weight}`}
    </Tag>
  )
}

const newRiskPage = form('/espace/plan/:planId/risques/nouveau', {
  load: loadPlan,
  allow: allowEdit,
  input: RiskInput,
  initial: () => ({ version: '1' }),
  invalid: (full, submission) => <EditRisk full={full} stored={null} {...submission} />,
  valid: async (full, input, context) => {
    await addRisk(context, full.plan, input)
    return seeOther(listOf(full), 'Le risque est ajouté.')
  },
})

interface Editing {
  readonly full: FullPlan
  readonly stored: PlanRisk
}

async function loadRisk(
  { planId, riskId }: { planId: string; riskId: string },
  { db }: Context,
): Promise<Editing> {
  const full = await getFullPlan(db, planId)
  return { full, stored: orNotFound(full.risks.find(({ id }) => id === riskId)) }
}

const editRiskPage = form('/espace/plan/:planId/risques/:riskId', {
  load: loadRisk,
  allow: (actor: Actor, { full }) => planPolicy.edit(actor, full.plan),
  input: RiskInput,
  initial: ({ stored }) => toValues(stored),
  invalid: (editing, submission) => <EditRisk {...editing} {...submission} />,
  valid: async ({ full, stored }, input, context) => {
    if (!(await rewriteRisk(context, stored.id, input))) return refuse({ form: changedMeanwhile })
    return seeOther(listOf(full), 'Le risque est enregistré.')
  },
})

const removeRiskAction = action('/espace/plan/:planId/risques/:riskId/retirer', {
  load: loadRisk,
  allow: (actor: Actor, { full }) => planPolicy.edit(actor, full.plan),
  input: z.object({}),
  back: ({ full }) => listOf(full),
  act: async ({ full, stored }, _, context) => {
    await removeItem(context, 'risk', stored.id)
    return seeOther(listOf(full), 'Le risque est retiré.')
  },
})

const toValues = ({ title, likelihood, impact, answer, version }: PlanRisk) => ({
  ...{ title, answer },
  likelihood: String(likelihood),
  impact: String(impact),
  version: String(version),
})

type EditProps = Submission<RiskValues> & { full: FullPlan; stored: PlanRisk | null }

function EditRisk({ full, stored, values, errors }: EditProps) {
  const now = stored && toValues(stored)
  return (
    <Page
      title={stored ? 'Modifier le risque' : 'Ajouter un risque'}
      errors={errors}
      breadcrumbs={crumbsOf(full.plan, '/risques')}
    >
      {now && (
        <ChangedMeanwhile
          typedFrom={values.version}
          version={Number(now.version)}
          fields={[
            { label: 'Risque', stored: now.title, typed: values.title },
            { label: 'Vraisemblance', stored: now.likelihood, typed: values.likelihood },
            { label: 'Gravité', stored: now.impact, typed: values.impact },
            { label: 'Réponse', stored: now.answer, typed: values.answer },
          ]}
        />
      )}
      <Form submit="Enregistrer le risque" secondary={{ label: 'Annuler', href: listOf(full) }}>
        <Hidden name="version" value={now?.version ?? '1'} />
        <RiskFields values={values} errors={errors} />
      </Form>
      {stored && (
        <ActionButton
          action={`${listOf(full)}/${stored.id}/retirer`}
          label="Retirer ce risque"
          kind="danger"
          confirm={t('Le risque quitte le plan.')}
        />
      )}
    </Page>
  )
}

function RiskFields({ values, errors }: Submission<RiskValues>) {
  return (
    <>
      <TextField name="title" label="Risque" value={values.title} error={errors.title} />
      <NumberField
        name="likelihood"
        label="Vraisemblance"
        hint="De 1, rare, à 5, presque certain."
        value={values.likelihood}
        error={errors.likelihood}
      />
      <NumberField
        name="impact"
        label="Gravité"
        hint="De 1, gênant, à 5, le plan s’arrête."
        value={values.impact}
        error={errors.impact}
      />
      <TextArea
        name="answer"
        label="Réponse"
        value={values.answer}
        error={errors.answer}
        rows={3}
      />
    </>
  )
}

export const riskPages = [risksPage, newRiskPage, editRiskPage, removeRiskAction]
