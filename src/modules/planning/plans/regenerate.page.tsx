/** What the latest diagnosis would change in the plan, part by part: one chooses; what was edited by hand is never ticked. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Checkbox, Details, Difference, EmptyState, Form, Page } from '#web/components/index.tsx'
import { generatePlan } from './generate-plan.rules.ts'
import type { GeneratedPlan } from './generation.types.ts'
import { allowEdit } from './load-plan.ts'
import { findPlanSources } from './load-sources.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan } from './plan.schema.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { keepVersion } from './plan-version.actions.ts'
import { applyRegeneration } from './regenerate.action.ts'
import { type Change, listRegeneration } from './regeneration.rules.ts'

interface Regenerating {
  readonly full: FullPlan
  readonly fresh: GeneratedPlan | undefined
  readonly changes: readonly Change[]
}

const Choice = z.object({
  parts: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(120)),
  ),
})

export const regeneratePage = form('/espace/plan/:planId/actualiser', {
  load: async ({ planId }: { planId: string }, context: Context): Promise<Regenerating> => {
    const full = await getFullPlan(context.db, planId)
    const sources = planPolicy.edit(context.actor, full.plan)
      ? await findPlanSources(context, full.plan)
      : undefined
    const fresh = sources && generatePlan(sources)
    return { full, fresh, changes: fresh ? listRegeneration(full, fresh) : [] }
  },
  allow: (actor: Actor, { full }) => allowEdit(actor, full),
  input: Choice,
  initial: ({ changes }) => ({
    parts: changes.filter(({ isEdited, isGone }) => !isEdited && !isGone).map(({ key }) => key),
  }),
  invalid: (regenerating, submission) => <Regenerate {...regenerating} {...submission} />,
  valid: async ({ full, fresh }, { parts }, context) => {
    if (!fresh) throw new Conflict('Aucun diagnostic confirmé.')
    if (parts.length === 0) return refuse({ parts: 'Choisissez au moins une partie' })
    if (planPolicy.snapshot(context.actor, full.plan))
      await keepVersion(context, full.plan, 'Avant l’actualisation')
    await applyRegeneration(context, full, fresh, new Set(parts))
    return seeOther(
      addressOf(full.plan),
      'Les parties choisies sont actualisées. Les autres n’ont pas bougé.',
    )
  },
})

function Regenerate({
  full: { plan },
  changes,
  values,
  errors,
}: Regenerating & Submission<z.infer<typeof Choice>>) {
  const chosen = [values.parts ?? []].flat()
  return (
    <Page
      title="Actualiser depuis le diagnostic"
      lead="Voici, partie par partie, ce qui changerait. Ce que vous avez modifié à la main n’est pas coché : rien n’en est remplacé sans vous."
      errors={errors}
      breadcrumbs={crumbsOf(plan)}
    >
      {changes.length === 0 ? (
        <EmptyState title="Rien ne changerait">
          <p>{t('Le plan dit déjà ce que disent le diagnostic et la bibliothèque.')}</p>
        </EmptyState>
      ) : (
        <Form
          submit="Actualiser les parties cochées"
          secondary={{ label: 'Annuler', href: addressOf(plan) }}
        >
          {changes.map((change) => (
            <ChangeBox key={change.key} change={change} isChosen={chosen.includes(change.key)} />
          ))}
        </Form>
      )}
    </Page>
  )
}

const kinds = {
  section: 'Texte',
  action: 'Action',
  risk: 'Risque',
  indicator: 'Indicateur',
} as const

function ChangeBox({ change, isChosen }: { change: Change; isChosen: boolean }) {
  const { key, kind, title, isEdited, isNew, isGone, before, after } = change
  const what = isNew ? t('Ajouté') : isGone ? t('N’est plus appelée') : t('Changé')
  return (
    <>
      <Checkbox
        name="parts"
        id={`part-${key.replace(/[^a-z0-9]/gi, '-')}`}
        option={key}
        value={isChosen ? key : ''}
        label={`${t(kinds[kind])} : ${t(title)}`}
        hint={isEdited ? `${what}. ${t('Vous l’avez modifié à la main.')}` : what}
      />
      <Details summary="Voir la différence">
        <Difference pieces={compareTexts(before, after)} />
      </Details>
    </>
  )
}
