/** One guided step of a call: asked alone, saved when it is left, and as it is typed where scripts run. */
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { toLocalMoment } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, endpoint, form, json, seeOther } from '#platform/web.ts'
import { Form, Hidden, Notice, Page, Steps } from '#web/components/index.tsx'
import { callSectionLabels } from './call.labels.ts'
import { callPolicy } from './call.policy.ts'
import { getFullCall } from './call.queries.ts'
import {
  type Call,
  type CallSection,
  callSections,
  callStepInputs,
  type FullCall,
  isCallSection,
} from './call.schema.ts'
import { listMissingParts, sumWeights } from './call-completeness.rules.ts'
import { saveSection } from './call-parts.actions.ts'
import {
  callSectionIntroductions,
  callSectionViews,
  type SectionProps,
} from './call-sections.view.tsx'

interface Editing {
  readonly full: FullCall
  readonly section: CallSection
}

interface Path {
  readonly callId: string
  readonly section: string
}

async function loadEditing({ callId, section }: Path, { db }: Context): Promise<Editing> {
  if (!isCallSection(section)) throw new NotFound()
  return { full: await getFullCall(db, callId), section }
}

/** Every step is sent as text; which fields it has depends on the step, so each is read by its own schema. */
const AnyText = z.record(z.string(), z.unknown())

export const editCallPage = form('/espace/appels/:callId/etapes/:section', {
  load: loadEditing,
  allow: (actor, { full }) => callPolicy.edit(actor, full.call),
  input: AnyText,
  initial: ({ full }) => toValues(full),
  invalid: (editing, { values, errors }) => (
    <EditCall {...editing} values={values as SectionProps['values']} errors={errors} />
  ),
  valid: async ({ full, section }, input, context) => {
    const outcome = await keep(context, full.call, section, input)
    if (outcome.kind !== 'saved') return { kind: 'refusal', errors: outcome.errors }
    return seeOther(nextAddress(full.call.id, section))
  },
})

/** What the island saves while somebody types; it answers with the new version of the row. */
export const autosaveCallEndpoint = endpoint('/espace/appels/:callId/etapes/:section/brouillon', {
  method: 'POST',
  load: loadEditing,
  allow: (actor, { full }) => callPolicy.edit(actor, full.call),
  reply: async ({ full, section }, context) => {
    const outcome = await keep(context, full.call, section, context.fields)
    return outcome.kind === 'saved'
      ? json({ version: outcome.version })
      : json({ errors: outcome.errors }, 422)
  },
})

type Kept = { kind: 'saved'; version: number } | { kind: 'refused'; errors: Record<string, string> }

const changedMeanwhile =
  'Quelqu’un a modifié cet appel pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le avec le dossier, puis enregistrez de nouveau.'

async function keep(
  context: Context,
  call: Call,
  section: CallSection,
  input: unknown,
): Promise<Kept> {
  const parsed = callStepInputs[section].safeParse(input)
  if (!parsed.success) return { kind: 'refused', errors: toErrors(parsed.error) }
  const saved = await saveSection(context, call, section, parsed.data)
  return saved
    ? { kind: 'saved', version: saved.version }
    : { kind: 'refused', errors: { form: changedMeanwhile } }
}

function toErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues.toReversed().map((issue) => [issue.path.join('.') || 'form', issue.message]),
  )
}

function nextAddress(callId: string, section: CallSection): string {
  const next = callSections[callSections.indexOf(section) + 1]
  return next ? `/espace/appels/${callId}/etapes/${next}` : `/espace/appels/${callId}`
}

/** The call as the fields of its steps show it. */
function toValues({ call, lots, criteria }: FullCall): Record<string, unknown> {
  const rows = lots.flatMap(({ title, description, budgetMax }, index) => [
    [`title${index + 1}`, title],
    [`description${index + 1}`, description],
    [`budgetMax${index + 1}`, budgetMax],
  ])
  const quality = criteria.filter(({ kind }) => kind === 'quality')
  const notes = quality.flatMap(({ label, guidance, weight, minimumScore }, index) => [
    [`label${index + 1}`, label],
    [`guidance${index + 1}`, guidance],
    [`weight${index + 1}`, weight],
    [`minimumScore${index + 1}`, minimumScore],
  ])
  return {
    ...call,
    ...Object.fromEntries([...rows, ...notes]),
    priceWeight: criteria.find(({ kind }) => kind === 'price')?.weight,
    questionsUntil: call.questionsUntil && toLocalMoment(call.questionsUntil),
    deadline: call.deadline && toLocalMoment(call.deadline),
  }
}

function EditCall({ full, section, values, errors }: Editing & Omit<SectionProps, 'isGrouped'>) {
  const { call, criteria } = full
  const base = `/espace/appels/${call.id}`
  const Fields = callSectionViews[section]
  return (
    <Page
      title={callSectionLabels[section]}
      errors={errors}
      islands={['autosave.js']}
      breadcrumbs={[
        { label: 'Appels', href: '/espace/appels' },
        { label: call.title || t('Appel sans titre'), href: base },
      ]}
    >
      <Steps steps={listSteps(full, section)} />
      <p>{t(callSectionIntroductions[section])}</p>
      {section === 'criteria' && sumWeights(criteria) !== 100 && (
        <Notice kind="warning">
          <p>
            {t('Les poids enregistrés font {sum} ; ils doivent faire 100.', {
              sum: sumWeights(criteria),
            })}
          </p>
        </Notice>
      )}
      <Form
        action={`${base}/etapes/${section}`}
        submit="Enregistrer et continuer"
        secondary={{ label: 'Voir le dossier', href: base }}
        autosave={`${base}/etapes/${section}/brouillon`}
      >
        <Hidden name="version" value={String(call.version)} />
        <Fields values={values} errors={errors} isGrouped={call.partyIds.length > 1} />
      </Form>
    </Page>
  )
}

/** The steps with what is still missing, the one being written marked. */
export function listSteps(full: FullCall, current?: CallSection) {
  const missing = new Set(listMissingParts(full).map(({ section }) => section))
  return callSections.map((section) => ({
    label: callSectionLabels[section],
    href: `/espace/appels/${full.call.id}/etapes/${section}`,
    state:
      section === current
        ? ('current' as const)
        : missing.has(section)
          ? ('todo' as const)
          : ('done' as const),
  }))
}
