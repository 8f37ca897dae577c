/** The indicators of a plan: where it starts, what it aims at, who measures. */
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
  TextField,
} from '#web/components/index.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { allowEdit, followNamed, loadNamedPlan, loadPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan, PlanIndicator } from './plan.schema.ts'
import { addressOf, crumbsOf, PlanFrame } from './plan-frame.view.tsx'
import { IndicatorInput, type IndicatorValues } from './plan-input.schema.ts'
import { addIndicator, removeItem, rewriteIndicator } from './plan-item.actions.ts'

const listOf = ({ plan }: FullPlan) => `${addressOf(plan)}/indicateurs`
const say = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

const indicatorsPage = page('/espace/plan/:planId/indicateurs', {
  load: loadNamedPlan,
  allow: followNamed,
  view: ({ full }, { actor }) => <Indicators full={full} actor={actor} />,
})

function Indicators({ full, actor }: { full: FullPlan; actor: Actor }) {
  const mayEdit = planPolicy.edit(actor, full.plan)
  return (
    <PlanFrame
      plan={full.plan}
      tab="/indicateurs"
      lead="Ce à quoi la commune verra qu’elle avance. Une valeur de départ inconnue se relève avant de commencer."
    >
      {mayEdit && <ButtonLink href={`${listOf(full)}/nouveau`}>Ajouter un indicateur</ButtonLink>}
      <Table
        caption="Les indicateurs"
        isCaptionHidden
        columns={[
          { key: 'label', label: 'Indicateur' },
          { key: 'baseline', label: 'Départ', numeric: true },
          { key: 'target', label: 'Cible', numeric: true },
          { key: 'year', label: 'En' },
          { key: 'source', label: 'Relevé dans' },
        ]}
        rows={full.indicators.map(({ id, label, unit, baseline, target, targetYear, source }) => ({
          label: mayEdit ? <a href={`${listOf(full)}/${id}`}>{label}</a> : label,
          baseline: baseline === null ? t('À relever') : `${say(baseline)} ${unit}`,
          target: target === null ? t('À fixer') : `${say(target)} ${unit}`,
          year: String(targetYear),
          source,
        }))}
      />
    </PlanFrame>
  )
}

const newIndicatorPage = form('/espace/plan/:planId/indicateurs/nouveau', {
  load: loadPlan,
  allow: allowEdit,
  input: IndicatorInput,
  initial: () => ({ version: '1' }),
  invalid: (full, submission) => <EditIndicator full={full} stored={null} {...submission} />,
  valid: async (full, input, context) => {
    await addIndicator(context, full.plan, input)
    return seeOther(listOf(full), 'L’indicateur est ajouté.')
  },
})

interface Editing {
  readonly full: FullPlan
  readonly stored: PlanIndicator
}

async function loadIndicator(
  { planId, indicatorId }: { planId: string; indicatorId: string },
  { db }: Context,
): Promise<Editing> {
  const full = await getFullPlan(db, planId)
  return { full, stored: orNotFound(full.indicators.find(({ id }) => id === indicatorId)) }
}

const editIndicatorPage = form('/espace/plan/:planId/indicateurs/:indicatorId', {
  load: loadIndicator,
  allow: (actor: Actor, { full }) => planPolicy.edit(actor, full.plan),
  input: IndicatorInput,
  initial: ({ stored }) => toValues(stored),
  invalid: (editing, submission) => <EditIndicator {...editing} {...submission} />,
  valid: async ({ full, stored }, input, context) => {
    if (!(await rewriteIndicator(context, stored.id, input)))
      return refuse({ form: changedMeanwhile })
    return seeOther(listOf(full), 'L’indicateur est enregistré.')
  },
})

const removeIndicatorAction = action('/espace/plan/:planId/indicateurs/:indicatorId/retirer', {
  load: loadIndicator,
  allow: (actor: Actor, { full }) => planPolicy.edit(actor, full.plan),
  input: z.object({}),
  back: ({ full }) => listOf(full),
  act: async ({ full, stored }, _, context) => {
    await removeItem(context, 'indicator', stored.id)
    return seeOther(listOf(full), 'L’indicateur est retiré.')
  },
})

const toValues = (stored: PlanIndicator) => ({
  label: stored.label,
  unit: stored.unit,
  source: stored.source,
  baseline: say(stored.baseline),
  target: say(stored.target),
  targetYear: String(stored.targetYear),
  version: String(stored.version),
})

type EditProps = Submission<IndicatorValues> & { full: FullPlan; stored: PlanIndicator | null }

function EditIndicator({ full, stored, values, errors }: EditProps) {
  const now = stored && toValues(stored)
  return (
    <Page
      title={stored ? 'Modifier l’indicateur' : 'Ajouter un indicateur'}
      errors={errors}
      breadcrumbs={crumbsOf(full.plan, '/indicateurs')}
    >
      {now && (
        <ChangedMeanwhile
          typedFrom={values.version}
          version={Number(now.version)}
          fields={[
            { label: 'Indicateur', stored: now.label, typed: values.label },
            { label: 'Départ', stored: now.baseline, typed: values.baseline },
            { label: 'Cible', stored: now.target, typed: values.target },
            { label: 'Relevé dans', stored: now.source, typed: values.source },
          ]}
        />
      )}
      <Form submit="Enregistrer l’indicateur" secondary={{ label: 'Annuler', href: listOf(full) }}>
        <Hidden name="version" value={now?.version ?? '1'} />
        <IndicatorFields values={values} errors={errors} />
      </Form>
      {stored && (
        <ActionButton
          action={`${listOf(full)}/${stored.id}/retirer`}
          label="Retirer cet indicateur"
          kind="danger"
          confirm={t('L’indicateur quitte le plan.')}
        />
      )}
    </Page>
  )
}

function IndicatorFields({ values, errors }: Submission<IndicatorValues>) {
  return (
    <>
      <TextField name="label" label="Indicateur" value={values.label} error={errors.label} />
      <TextField
        name="unit"
        label="Unité"
        hint="Par exemple : %, jours, personnes."
        required={false}
        value={values.unit}
        error={errors.unit}
      />
      <TextField
        name="baseline"
        label="Départ"
        hint="Vide s’il reste à relever."
        required={false}
        value={values.baseline}
        error={errors.baseline}
      />
      <TextField
        name="target"
        label="Cible"
        required={false}
        value={values.target}
        error={errors.target}
      />
      <NumberField
        name="targetYear"
        label="Année de la cible"
        value={values.targetYear}
        error={errors.targetYear}
      />
      <TextField
        name="source"
        label="Relevé dans"
        required={false}
        value={values.source}
        error={errors.source}
      />
    </>
  )
}

export const indicatorPages = [
  indicatorsPage,
  newIndicatorPage,
  editIndicatorPage,
  removeIndicatorAction,
]
