/** A new question begins with the kind of answer it wants. */
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, page, refuse } from '#platform/web.ts'
import { Page } from '#web/components/index.tsx'
import type { Field, FieldType } from '../procedures/procedure.types.ts'
import { listTests, readCondition } from './condition.fields.ts'
import { ConditionFields } from './condition-fields.view.tsx'
import { DraftForm } from './draft-form.view.tsx'
import { listEarlierIn } from './earlier-fields.rules.ts'
import { createCode, findField, putField } from './edit-definition.rules.ts'
import { crumbsOf } from './edit-screen.pages.tsx'
import { typeHints, typeLabels } from './editor.labels.ts'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'
import { QuestionFields } from './question-fields.view.tsx'
import { readQuestion } from './question-input.fields.ts'

/** Where the question goes: a screen, or a block of questions to repeat. */
interface Container extends Drafting {
  readonly container: {
    readonly code: string
    readonly label: string
    readonly isBlock: boolean
    /** The page that lists what is in it. */
    readonly href: string
  }
}

async function loadContainer(
  { procedureId, container: code }: { procedureId: string; container: string },
  context: Context,
): Promise<Container> {
  const drafting = await loadDraft({ procedureId }, context)
  const base = editorOf(drafting)
  const screen = drafting.definition.pages.find((one) => one.code === code)
  if (screen) {
    const href = `${base}/ecrans/${code}`
    return { ...drafting, container: { code, label: screen.label, isBlock: false, href } }
  }
  const found = findField(drafting.definition, code)?.field
  if (found?.type !== 'block') throw new NotFound()
  const href = `${base}/questions/${code}`
  return { ...drafting, container: { code, label: found.label, isBlock: true, href } }
}

const path = `${editorPath}/conteneurs/:container/question` as const

/** Repeated questions hold plain ones only. */
const unfit: readonly string[] = ['block', 'title', 'explanation']

export const chooseTypePage = page(path, {
  load: loadContainer,
  allow: mayWrite,
  view: (drafting) => <ChooseType {...drafting} />,
})

function ChooseType(drafting: Container) {
  const { container } = drafting
  const base = `${editorOf(drafting)}/conteneurs/${container.code}/question`
  const types = (Object.keys(typeLabels) as FieldType[]).filter(
    (type) => !container.isBlock || !unfit.includes(type),
  )
  return (
    <Page
      title="Quelle réponse attendez-vous ?"
      breadcrumbs={[...crumbsOf(drafting), { label: container.label, href: container.href }]}
    >
      <ul class="columns">
        {types.map((type) => (
          <li key={type}>
            <a href={`${base}/${type}`}>{t(typeLabels[type])}</a>
            {typeHints[type] && <p class="soft">{t(typeHints[type] ?? '')}</p>}
          </li>
        ))}
      </ul>
    </Page>
  )
}

interface Adding extends Container {
  readonly type: FieldType
  readonly earlier: readonly Field[]
}

async function loadAdding(
  { type, ...params }: { procedureId: string; container: string; type: string },
  context: Context,
): Promise<Adding> {
  const drafting = await loadContainer(params, context)
  if (!Object.hasOwn(typeLabels, type)) throw new NotFound()
  if (drafting.container.isBlock && unfit.includes(type)) throw new NotFound()
  return {
    ...{ ...drafting, type: type as FieldType },
    earlier: listEarlierIn(drafting.definition, drafting.container.code),
  }
}

export const addQuestionPage = form(`${path}/:type`, {
  load: loadAdding,
  allow: mayWrite,
  input: z.looseObject({ version: fields.version() }),
  initial: ({ version, type }) => ({
    ...{ version, isRequired: true, 'when.mode': 'always' },
    ...(type === 'block' && { min: 1, max: 10 }),
  }),
  invalid: (adding, { values, errors }) => (
    <AddQuestion adding={adding} values={values} errors={errors} />
  ),
  valid: async (adding, { version, ...typed }, context) => {
    const { definition, type, container, earlier } = adding
    const code = createCode(definition, String(typed.label ?? ''))
    const question = readQuestion({ type, code }, typed, definition, null)
    const { when, errors } = readCondition(typed, 'when', listTests(definition, earlier), undefined)
    if (!question.ok) return refuse({ ...question.errors, ...errors })
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    const goesOn = type === 'block' || type === 'dependentChoice'
    return keepDraft(context, adding, {
      definition: putField(definition, container.code, { ...question.field, when }),
      from: version,
      to: goesOn ? `${editorOf(adding)}/questions/${code}` : container.href,
      said: 'La question est ajoutée, en dernier.',
    })
  },
})

interface Props {
  readonly adding: Adding
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function AddQuestion({ adding, values, errors }: Props) {
  const { type, definition, earlier, container } = adding
  return (
    <Page
      title={typeLabels[type]}
      kicker={t('Ajouter une question')}
      errors={errors}
      breadcrumbs={[...crumbsOf(adding), { label: container.label, href: container.href }]}
    >
      <DraftForm
        drafting={adding}
        values={values}
        errors={errors}
        submit="Ajouter"
        back={{ label: 'Annuler', href: container.href }}
      >
        <QuestionFields
          type={type}
          definition={definition}
          earlier={earlier}
          values={values}
          errors={errors}
        />
        <ConditionFields
          prefix="when"
          legend="Poser cette question"
          definition={definition}
          when={undefined}
          offered={listTests(definition, earlier)}
          values={values}
          errors={errors}
        />
      </DraftForm>
    </Page>
  )
}
