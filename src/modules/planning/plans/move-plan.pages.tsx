/** The steps of a plan: plain buttons, forms where a reason is owed, and the council's deliberation. */
import { z } from 'zod'
import { recordFile } from '#platform/files/file-records.ts'
import { toDay } from '#platform/format.ts'
import {
  action,
  type Context,
  fields,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { DateField, FileField, Form, Page, TextField } from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { loadPlanRow } from './load-plan.ts'
import { deliberatePlan, movePlan } from './plan.actions.ts'
import { planPolicy } from './plan.policy.ts'
import type { Plan } from './plan.schema.ts'
import type { PlanStep } from './plan.workflow.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { revisePlan } from './revise-plan.action.ts'

const back = (plan: Plan) => ({ href: addressOf(plan), label: plan.title })
const withReason = (step: PlanStep) => (plan: Plan, reason: string, context: Context) =>
  movePlan(context, plan, step, { reason })

function stepAction(path: string, step: PlanStep, done: string) {
  return action(`/espace/plan/:planId/${path}`, {
    load: loadPlanRow,
    allow: planPolicy[step],
    input: z.object({}),
    back: addressOf,
    act: async (plan, _, context) => {
      await movePlan(context, plan, step)
      return seeOther(addressOf(plan), done)
    },
  })
}

const returnPage = reasonForm('/espace/plan/:planId/renvoyer', {
  load: loadPlanRow,
  allow: planPolicy.return,
  back,
  title: 'Renvoyer le plan',
  label: 'Ce qui est à reprendre',
  hint: 'Qui l’a préparé lira ce texte.',
  done: 'Le plan est de nouveau un brouillon. Qui l’a préparé est prévenu.',
  act: withReason('return'),
})

const closePage = reasonForm('/espace/plan/:planId/clore', {
  load: loadPlanRow,
  allow: planPolicy.close,
  back,
  title: 'Clore le plan',
  label: 'Pourquoi il est clos',
  hint: 'Public, comme le plan : ce qui a été fait, ce qui reste.',
  isDangerous: true,
  done: 'Le plan est clos.',
  act: withReason('close'),
})

const discardPage = reasonForm('/espace/plan/:planId/abandonner', {
  load: loadPlanRow,
  allow: planPolicy.discard,
  back,
  title: 'Abandonner ce brouillon',
  label: 'Pourquoi',
  hint: 'Reste dans l’historique de la commune.',
  isDangerous: true,
  done: 'Le brouillon est abandonné.',
  act: withReason('discard'),
})

const reviseAction = action('/espace/plan/:planId/reviser', {
  load: loadPlanRow,
  allow: planPolicy.revise,
  input: z.object({}),
  back: addressOf,
  act: async (plan, _, context) => {
    const next = await revisePlan(context, plan)
    return seeOther(addressOf(next), 'Le brouillon du plan suivant est prêt à être modifié.')
  },
})

const largestMegabytes = 10
const accepted = [mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg]

const Deliberation = z.object({
  number: fields.text({ max: 60, missing: 'Indiquez le numéro de la délibération' }),
  date: fields.day(),
  file: optionalFile(accepted, largestMegabytes),
})
type Deliberation = z.infer<typeof Deliberation>

const deliberatePage = form('/espace/plan/:planId/deliberation', {
  load: loadPlanRow,
  allow: planPolicy.deliberate,
  input: Deliberation,
  initial: () => ({}),
  invalid: (plan, submission) => <Deliberate plan={plan} {...submission} />,
  valid: async (plan, { number, date, file }, context) => {
    const { db, actor, now } = context
    if (date > toDay(now)) return refuse({ date: 'La délibération ne peut pas être à venir.' })
    if (!file) return refuse({ file: 'Joignez la copie de la délibération' })
    const owner = { organisationId: plan.communeId, isPublic: true, createdBy: actor.id }
    const fileId = await recordFile(db, file, owner, now)
    await deliberatePlan(context, plan, { number, date, fileId })
    return seeOther(
      addressOf(plan),
      'Le schéma directeur est en vigueur. Tout le monde peut le lire.',
    )
  },
})

function Deliberate({ plan, values, errors }: Submission<Deliberation> & { plan: Plan }) {
  return (
    <Page
      title="Enregistrer la délibération"
      lead="Le conseil communal a adopté le plan : indiquez l’acte et joignez sa copie. Le plan devient public ; celui qui était en vigueur est clos."
      errors={errors}
      breadcrumbs={crumbsOf(plan)}
    >
      <Form
        multipart
        submit="Mettre le plan en vigueur"
        secondary={{ label: 'Annuler', href: addressOf(plan) }}
      >
        <TextField
          name="number"
          label="Numéro de la délibération"
          value={values.number}
          error={errors.number}
        />
        <DateField
          name="date"
          label="Date de la délibération"
          value={values.date}
          error={errors.date}
        />
        <FileField
          name="file"
          label="Copie de la délibération"
          hint="Numérisée ou photographiée, en PDF, PNG ou JPEG."
          accept={accepted.join(',')}
          maxMegabytes={largestMegabytes}
          values={values}
          error={errors.file}
        />
      </Form>
    </Page>
  )
}

export const movePlanPages = [
  stepAction('soumettre', 'submit', 'Le plan est soumis. Le secrétaire exécutif est prévenu.'),
  stepAction('valider', 'validate', 'Le plan est validé. Il attend la délibération du conseil.'),
  returnPage,
  closePage,
  discardPage,
  reviseAction,
  deliberatePage,
]
