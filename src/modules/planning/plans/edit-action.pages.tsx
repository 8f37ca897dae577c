/** Where an action is read, written, rewritten, removed and moved in the order. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { action, type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { ActionButton, Form, Hidden, Page } from '#web/components/index.tsx'
import { checkAction } from './action-checks.rules.ts'
import { ActionFields } from './action-fields.view.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { allowEdit, loadPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan, PlanAction } from './plan.schema.ts'
import { addAction, removeAction, rewriteAction, shiftAction } from './plan-action.actions.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { ActionInput, type ActionValues } from './plan-input.schema.ts'

const portfolioOf = ({ plan }: FullPlan) => `${addressOf(plan)}/portefeuille`

export const newActionPage = form('/espace/plan/:planId/actions/nouvelle', {
  load: loadPlan,
  allow: allowEdit,
  input: ActionInput,
  initial: () => ({ version: '1', fundingSource: 'own', mechanism: 'quotation' }),
  invalid: (full, submission) => (
    <Page
      title="Écrire une action"
      errors={submission.errors}
      breadcrumbs={crumbsOf(full.plan, '/portefeuille')}
    >
      <Form submit="Ajouter l’action" secondary={{ label: 'Annuler', href: portfolioOf(full) }}>
        <Hidden name="version" value="1" />
        <ActionFields full={full} actionId={null} {...submission} />
      </Form>
    </Page>
  ),
  valid: async (full, input, context) => {
    const problems = checkAction(input, full, null)
    if (Object.keys(problems).length > 0) return refuse(problems)
    await addAction(context, full, input)
    return seeOther(portfolioOf(full), 'L’action est ajoutée.')
  },
})

interface Editing {
  readonly full: FullPlan
  readonly action: PlanAction
}

async function loadAction(
  { planId, actionId }: { planId: string; actionId: string },
  { db }: Context,
): Promise<Editing> {
  const full = await getFullPlan(db, planId)
  return { full, action: orNotFound(full.actions.find(({ id }) => id === actionId)) }
}

const allowAction = (actor: Actor, { full }: Editing) => planPolicy.edit(actor, full.plan)

export const editActionPage = form('/espace/plan/:planId/actions/:actionId/modifier', {
  load: loadAction,
  allow: allowAction,
  input: ActionInput,
  initial: ({ full, action: stored }) => toValues(full, stored),
  invalid: (editing, submission) => <EditAction {...editing} {...submission} />,
  valid: async ({ full, action: stored }, input, context) => {
    const problems = checkAction(input, full, stored.id)
    if (Object.keys(problems).length > 0) return refuse(problems)
    if (!(await rewriteAction(context, full, stored.id, input)))
      return refuse({ form: changedMeanwhile })
    return seeOther(`${addressOf(full.plan)}/actions/${stored.id}`, 'L’action est enregistrée.')
  },
})

function toValues({ dependencies }: FullPlan, stored: PlanAction) {
  const text = (value: number | null) => (value === null ? '' : String(value))
  return {
    ...stored,
    startYear: text(stored.startYear),
    endYear: text(stored.endYear),
    investment: text(stored.investment),
    running: text(stored.running),
    isShared: stored.isShared ? 'on' : '',
    isPinned: stored.isPinned ? 'on' : '',
    version: String(stored.version),
    needs: dependencies
      .filter(({ actionId }) => actionId === stored.id)
      .map(({ needsActionId }) => needsActionId),
  }
}

function EditAction({ full, action: stored, values, errors }: Editing & Submission<ActionValues>) {
  const here = `${addressOf(full.plan)}/actions/${stored.id}`
  const now = toValues(full, stored)
  return (
    <Page
      title="Modifier l’action"
      errors={errors}
      breadcrumbs={crumbsOf(full.plan, '/portefeuille')}
    >
      <ChangedMeanwhile
        typedFrom={values.version}
        version={stored.version}
        fields={[
          { label: 'Action', stored: now.title, typed: values.title },
          { label: 'À quoi elle sert', stored: now.purpose, typed: values.purpose },
          { label: 'Service responsable', stored: now.department, typed: values.department },
          { label: 'Année de début', stored: now.startYear, typed: values.startYear },
          { label: 'Année de fin', stored: now.endYear, typed: values.endYear },
          { label: 'Investissement', stored: now.investment, typed: values.investment },
          { label: 'Par an ensuite', stored: now.running, typed: values.running },
        ]}
      />
      <Form submit="Enregistrer l’action" secondary={{ label: 'Annuler', href: here }}>
        <Hidden name="version" value={String(stored.version)} />
        <ActionFields full={full} actionId={stored.id} values={values} errors={errors} />
      </Form>
      <ActionButton
        action={`${here}/retirer`}
        label="Retirer du plan"
        kind="danger"
        confirm="L’action quitte le portefeuille et le calendrier. Une version gardée avant la montre encore."
      />
    </Page>
  )
}

function act(
  path: string,
  done: string,
  work: (context: Context, editing: Editing) => Promise<void>,
) {
  return action(`/espace/plan/:planId/actions/:actionId/${path}`, {
    load: loadAction,
    allow: allowAction,
    input: z.object({}),
    back: ({ full }) => portfolioOf(full),
    act: async (editing, _, context) => {
      await work(context, editing)
      return seeOther(portfolioOf(editing.full), done)
    },
  })
}

export const actionActs = [
  act('retirer', 'L’action est retirée.', (context, { full, action: { id } }) =>
    removeAction(context, full.plan, id),
  ),
  act('monter', 'L’action est montée d’un rang.', (context, { full, action: { id } }) =>
    shiftAction(context, full, id, -1),
  ),
  act('descendre', 'L’action est descendue d’un rang.', (context, { full, action: { id } }) =>
    shiftAction(context, full, id, 1),
  ),
]
