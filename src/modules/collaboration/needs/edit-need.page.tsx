/** One guided step of a need: asked alone, saved when it is left, and as it is typed where scripts run. */

import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, endpoint, form, json, parseValidPart, seeOther } from '#platform/web.ts'
import { Form, Hidden, Notice, Page, Steps } from '#web/components/index.tsx'
import { saveAnswers } from './need.actions.ts'
import { sectionLabels } from './need.labels.ts'
import { needPolicy } from './need.policy.ts'
import { getNeed } from './need.queries.ts'
import {
  isNeedSection,
  type Need,
  type NeedSection,
  needSections,
  needStepInputs,
} from './need.schema.ts'
import { listMissing } from './need-completeness.rules.ts'
import { sectionIntroductions, sectionViews } from './need-sections.view.tsx'
import { listWordingWarnings } from './wording.queries.ts'
import type { WordingWarning } from './wording.rules.ts'
import { WordingWarnings } from './wording-warnings.view.tsx'

interface Editing {
  readonly need: Need
  readonly section: NeedSection
  readonly warnings: readonly WordingWarning[]
}

interface Path {
  readonly needId: string
  readonly section: string
}

async function loadEditing({ needId, section }: Path, { db }: Context): Promise<Editing> {
  if (!isNeedSection(section)) throw new NotFound()
  const need = await getNeed(db, needId)
  return { need, section, warnings: await listWordingWarnings(db, need) }
}

/** Every step is sent as text; which fields it has depends on the step, so each is read by its own schema. */
const AnyAnswers = z.record(z.string(), z.unknown())

export const editNeedPage = form('/espace/besoins/:needId/etapes/:section', {
  load: loadEditing,
  allow: (actor, { need }) => needPolicy.edit(actor, need),
  input: AnyAnswers,
  initial: ({ need }) => need as unknown as Record<string, unknown>,
  invalid: (editing, submission) => (
    <EditNeed
      editing={editing}
      values={submission.values as Typed}
      errors={submission.errors as Errors}
    />
  ),
  valid: async ({ need, section }, input, context) => {
    const outcome = await keep(context, need, section, input)
    if (outcome.kind !== 'saved') return { kind: 'refusal', errors: outcome.errors }
    return seeOther(nextAddress(need.id, section))
  },
})

type Answers = Partial<Need> & { version: number }

/**
 * What the island saves while somebody types: the answers that are valid, those that are not stay in the page. It
 * answers with the new version of the row, and with what could not be kept.
 */
export const autosaveNeedEndpoint = endpoint('/espace/besoins/:needId/etapes/:section/brouillon', {
  method: 'POST',
  load: loadEditing,
  allow: (actor, { need }) => needPolicy.edit(actor, need),
  reply: async ({ need, section }, context) => {
    const input: z.ZodType<Answers> = needStepInputs[section]
    const { answers, errors } = parseValidPart(input, context.fields, need)
    if (answers.version === undefined) return json({ errors }, 422)
    const saved = await saveAnswers(context, need, answers.version, answers)
    return saved
      ? json({ version: saved.version, errors })
      : json({ errors: { form: changedMeanwhile } }, 422)
  },
})

type Kept = { kind: 'saved'; version: number } | { kind: 'refused'; errors: Record<string, string> }

async function keep(
  context: Context,
  need: Need,
  section: NeedSection,
  input: unknown,
): Promise<Kept> {
  const parsed = needStepInputs[section].safeParse(input)
  if (!parsed.success) return { kind: 'refused', errors: toErrors(parsed.error) }
  const answers: Answers = parsed.data
  const saved = await saveAnswers(context, need, answers.version, answers)
  return saved
    ? { kind: 'saved', version: saved.version }
    : { kind: 'refused', errors: { form: changedMeanwhile } }
}

const changedMeanwhile =
  'Quelqu’un a modifié ce besoin pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le avec la version enregistrée, puis enregistrez de nouveau.'

function toErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues.toReversed().map((issue) => [issue.path.join('.') || 'form', issue.message]),
  )
}

function nextAddress(needId: string, section: NeedSection): string {
  const next = needSections[needSections.indexOf(section) + 1]
  return next ? `/espace/besoins/${needId}/etapes/${next}` : `/espace/besoins/${needId}`
}

type Typed = Readonly<Record<string, string | string[] | undefined>>
type Errors = Readonly<Record<string, string | undefined>>

function EditNeed({
  editing,
  values,
  errors,
}: {
  editing: Editing
  values: Typed
  errors: Errors
}) {
  const { need, section, warnings } = editing
  const base = `/espace/besoins/${need.id}`
  const Fields = sectionViews[section]
  // Only who has been shown the other version may write over it.
  const isConflict = errors.form === changedMeanwhile
  return (
    <Page
      title={sectionLabels[section]}
      errors={errors}
      islands={['autosave.js']}
      breadcrumbs={[
        { label: 'Besoins', href: '/espace/besoins' },
        { label: need.title || t('Besoin sans titre'), href: base },
      ]}
    >
      <SectionSteps need={need} section={section} />
      <p>{t(sectionIntroductions[section])}</p>
      {isConflict && <SavedVersion need={need} section={section} typed={values} />}
      <WordingWarnings
        need={need}
        warnings={warnings.filter((warning) => warning.field in needStepInputs[section].shape)}
        mayEdit={false}
      />
      <Form
        action={`${base}/etapes/${section}`}
        submit="Enregistrer et continuer"
        secondary={{ label: 'Voir le dossier', href: base }}
        autosave={`${base}/etapes/${section}/brouillon`}
      >
        <Hidden
          name="version"
          value={String((isConflict ? null : values.version) ?? need.version)}
        />
        <Fields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function SectionSteps({ need, section }: Pick<Editing, 'need' | 'section'>) {
  const missing = new Set(listMissing(need).map((answer) => answer.section))
  return (
    <Steps
      steps={needSections.map((name) => ({
        label: sectionLabels[name],
        href: `/espace/besoins/${need.id}/etapes/${name}`,
        state: name === section ? 'current' : missing.has(name) ? 'todo' : 'done',
      }))}
    />
  )
}

/** The answers as somebody else saved them, beside what was typed here. */
function SavedVersion({
  need,
  section,
  typed,
}: {
  need: Need
  section: NeedSection
  typed: Typed
}) {
  const differing = Object.keys(needStepInputs[section].shape).filter(
    (name) =>
      name !== 'version' && String(need[name as keyof Need] ?? '') !== String(typed[name] ?? ''),
  )
  return (
    <Notice kind="warning" title="La version enregistrée entre-temps">
      <dl>
        {differing.map((name) => (
          <div key={name}>
            <dt>
              <a href={`#field-${name}`}>{t('Réponse enregistrée')}</a>
            </dt>
            <dd class="prose">{String(need[name as keyof Need] ?? '—')}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
