/** One question: its words, its kind of answer, when it is asked, on which screen. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Page, Select } from '#web/components/index.tsx'
import { findLabel, listDependents } from '../procedures/find-field.rules.ts'
import type { Definition, Field } from '../procedures/procedure.types.ts'
import { listTests, readCondition, writeCondition } from './condition.fields.ts'
import { ConditionFields } from './condition-fields.view.tsx'
import { DraftForm } from './draft-form.view.tsx'
import { listEarlier } from './earlier-fields.rules.ts'
import { type FieldPlace, findField, moveToScreen, putField } from './edit-definition.rules.ts'
import { crumbsOf } from './edit-screen.pages.tsx'
import { typeLabels } from './editor.labels.ts'
import { FieldTable } from './field-table.view.tsx'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'
import { QuestionFields } from './question-fields.view.tsx'
import { readQuestion, writeQuestion } from './question-input.fields.ts'

interface Editing extends Drafting {
  readonly place: FieldPlace
  readonly earlier: readonly Field[]
}

async function loadQuestion(
  { procedureId, question }: { procedureId: string; question: string },
  context: Context,
): Promise<Editing> {
  const drafting = await loadDraft({ procedureId }, context)
  return {
    ...drafting,
    place: orNotFound(findField(drafting.definition, question)),
    earlier: listEarlier(drafting.definition, question),
  }
}

export const editQuestionPage = form(`${editorPath}/questions/:question`, {
  load: loadQuestion,
  allow: mayWrite,
  input: z.looseObject({ version: fields.version(), screen: fields.optionalText(60) }),
  initial: ({ place, version }) => ({
    ...{ ...writeQuestion(place.field), version, screen: place.page.code },
    ...(writeCondition('when', place.field.when) ?? { 'when.mode': 'kept' }),
  }),
  invalid: (editing, { values, errors }) => (
    <EditQuestion editing={editing} values={values} errors={errors} />
  ),
  valid: async (editing, { version, screen, ...typed }, context) => {
    const { definition, place, earlier } = editing
    const { field } = place
    const question = readQuestion(field, typed, definition, field)
    const { when, errors } = readCondition(
      typed,
      'when',
      listTests(definition, earlier),
      field.when,
    )
    if (!question.ok) return refuse({ ...question.errors, ...errors })
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    const changed = putField(definition, place.page.code, { ...question.field, when })
    const goesOn = field.type === 'dependentChoice' && typed.dependsOn !== field.dependsOn
    return keepDraft(context, editing, {
      definition: screen ? moveToScreen(changed, field.code, screen) : changed,
      from: version,
      to: goesOn ? `${editorOf(editing)}/questions/${field.code}` : listHref(editing, screen),
      said: 'La question est enregistrée.',
    })
  },
})

/** The page that lists it among its neighbours. */
function listHref({ procedure, place }: Editing, screen = ''): string {
  const base = editorOf({ procedure })
  return place.block
    ? `${base}/questions/${place.block.code}`
    : `${base}/ecrans/${screen || place.page.code}`
}

interface Props {
  readonly editing: Editing
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditQuestion({ editing, values, errors }: Props) {
  const { place, definition, earlier } = editing
  const { field, page, block } = place
  const base = editorOf(editing)
  const back = listHref(editing)
  return (
    <Page
      title={field.label}
      kicker={t(typeLabels[field.type])}
      errors={errors}
      breadcrumbs={[...crumbsOf(editing), { label: (block ?? page).label, href: back }]}
    >
      {field.type === 'block' && <Inner field={field} definition={definition} base={base} />}
      <DraftForm
        drafting={editing}
        values={values}
        errors={errors}
        action={`${base}/questions/${field.code}`}
        back={{ label: 'Retour', href: back }}
      >
        <QuestionFields
          type={field.type}
          definition={definition}
          earlier={earlier}
          values={values}
          errors={errors}
        />
        <ConditionFields
          prefix="when"
          legend="Poser cette question"
          definition={definition}
          when={field.when}
          offered={listTests(definition, earlier)}
          values={values}
          errors={errors}
        />
        {block === null && (
          <ScreenField definition={definition} screen={String(values.screen ?? page.code)} />
        )}
      </DraftForm>
      <RemoveQuestion field={field} definition={definition} base={base} />
    </Page>
  )
}

/** Where it is asked, when there is a choice. */
function ScreenField({ definition, screen }: { definition: Definition; screen: string }) {
  if (definition.pages.length < 2) return null
  return (
    <Select
      name="screen"
      label="Écran"
      value={screen}
      options={definition.pages.map(({ code, label }) => ({ value: code, label }))}
    />
  )
}

interface PartProps<Kind extends Field = Field> {
  readonly field: Kind
  readonly definition: Definition
  readonly base: string
}

function Inner({ field, definition, base }: PartProps<Extract<Field, { type: 'block' }>>) {
  return (
    <>
      <FieldTable fields={field.fields} definition={definition} base={base} />
      <Actions>
        <ButtonLink href={`${base}/conteneurs/${field.code}/question`}>
          Ajouter une question
        </ButtonLink>
      </Actions>
    </>
  )
}

function RemoveQuestion({ field, definition, base }: PartProps) {
  const readers = listDependents(definition, field.code)
  const names = readers.map((code) => `« ${nameReader(definition, code)} »`).join(', ')
  return (
    <ActionButton
      kind="danger"
      action={`${base}/retirer`}
      label="Retirer cette question"
      confirm={
        readers.length === 0
          ? 'Elle ne sera plus posée à la prochaine publication.'
          : t('Elle décide si l’on pose {names} : ces conditions seront à corriger.', { names })
      }
      fields={{ element: field.code }}
    />
  )
}

function nameReader(definition: Definition, code: string): string {
  return definition.pages.find((page) => page.code === code)?.label ?? findLabel(definition, code)
}
