/** Which department of the town hall receives a request, and when another does. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse } from '#platform/web.ts'
import { Fieldset, Page, TextField } from '#web/components/index.tsx'
import type { Definition, Routing } from '../procedures/procedure.types.ts'
import { listTests, testName } from './condition.fields.ts'
import { DraftForm } from './draft-form.view.tsx'
import { listEarlier } from './earlier-fields.rules.ts'
import { crumbsOf } from './edit-screen.pages.tsx'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'
import { readOneCondition, writeOneCondition } from './one-condition.fields.ts'
import { OneConditionFields } from './one-condition.view.tsx'

/** Empty lines at the end, to add some. */
const blankLines = 2

const department = fields.text({ min: 2, max: 120, missing: 'Indiquez le service qui répond' })
const otherDepartment = fields.optionalText(120)

const nameOf = (index: number, part: 'department' | 'when') => `exception${index + 1}.${part}`
const offeredBy = (definition: Definition) => listTests(definition, listEarlier(definition, null))

export const editRoutingPage = form(`${editorPath}/service`, {
  load: loadDraft,
  allow: mayWrite,
  input: z.looseObject({ version: fields.version(), department }),
  initial: ({ definition: { routing }, version }) => ({ version, ...writeRouting(routing) }),
  invalid: (drafting, { values, errors }) => (
    <EditRouting drafting={drafting} values={values} errors={errors} />
  ),
  valid: async (drafting, { version, department, ...typed }, context) => {
    const { definition } = drafting
    const { exceptions, errors } = readExceptions(typed, definition)
    if (Object.keys(errors).length > 0) return refuse(errors)
    return keepDraft(context, drafting, {
      definition: { ...definition, routing: { department, exceptions } },
      from: version,
      to: editorOf(drafting),
      said: 'Le service qui répond est enregistré.',
    })
  },
})

function writeRouting({ department, exceptions }: Routing): Record<string, string> {
  const lines = exceptions.flatMap(({ when, department: other }, index) => [
    [nameOf(index, 'department'), other],
    ...Object.entries(writeOneCondition(nameOf(index, 'when'), when)),
  ])
  return { department, ...Object.fromEntries(lines) }
}

function readExceptions(typed: Readonly<Record<string, unknown>>, definition: Definition) {
  const stored = definition.routing.exceptions
  const exceptions: Routing['exceptions'][number][] = []
  let errors: Record<string, string> = {}
  for (let index = 0; index < stored.length + blankLines; index += 1) {
    const name = nameOf(index, 'department')
    const other = otherDepartment.safeParse(typed[name])
    const prefix = nameOf(index, 'when')
    const kept = stored[index]?.when
    const { when, errors: found } = readOneCondition(typed, prefix, offeredBy(definition), kept)
    errors = { ...errors, ...found }
    if (!other.success) errors[name] = other.error.issues[0]?.message ?? ''
    else if (other.data.length === 1) errors[name] = 'Écrivez 2 caractères au moins'
    else if (other.data !== '' && when) exceptions.push({ when, department: other.data })
    else if (other.data !== '') errors[testName(prefix, 0, 'test')] ??= 'Dites quand il répond'
    else if (when) errors[name] = 'Indiquez le service qui répond alors'
  }
  return { exceptions, errors }
}

interface Props {
  readonly drafting: Drafting
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditRouting(props: Props) {
  const { drafting, values, errors } = props
  const { exceptions } = drafting.definition.routing
  return (
    <Page title="Le service qui répond" errors={errors} breadcrumbs={crumbsOf(drafting)}>
      <DraftForm drafting={drafting} values={values} errors={errors}>
        <TextField
          name="department"
          label="Service qui reçoit la demande"
          value={String(values.department ?? '')}
          error={errors.department}
        />
        {Array.from({ length: exceptions.length + blankLines }, (_, index) => (
          <ExceptionFields key={index} {...props} index={index} />
        ))}
      </DraftForm>
    </Page>
  )
}

function ExceptionFields({ drafting, values, errors, index }: Props & { readonly index: number }) {
  const { definition } = drafting
  const name = nameOf(index, 'department')
  return (
    <Fieldset legend={t('Un autre service, selon les réponses ({number})', { number: index + 1 })}>
      <TextField
        name={name}
        label="Service qui répond alors"
        required={false}
        value={String(values[name] ?? '')}
        error={errors[name]}
      />
      <OneConditionFields
        prefix={nameOf(index, 'when')}
        label="Quand"
        empty="Jamais"
        definition={definition}
        when={definition.routing.exceptions[index]?.when}
        offered={offeredBy(definition)}
        values={values}
        errors={errors}
      />
    </Fieldset>
  )
}
