/** By when the town hall answers, and what its silence is worth where a text says so. */
import { z } from 'zod'
import { fields, form, refuse } from '#platform/web.ts'
import { FormSection, NumberField, Page, RadioGroup, TextField } from '#web/components/index.tsx'
import type { Definition, TimeLimit } from '../procedures/procedure.types.ts'
import { listTests } from './condition.fields.ts'
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

const Delay = z
  .looseObject({
    version: fields.version(),
    days: fields.optionalInteger(1, 3650),
    source: fields.optionalText(300),
    means: fields.choice(['', 'accepted', 'refused']),
    silenceSource: fields.optionalText(300),
  })
  .refine(({ means, days }) => means === '' || days !== null, {
    path: ['days'],
    message: 'Le silence ne vaut rien sans délai : indiquez le nombre de jours',
  })
  .refine(({ means, silenceSource }) => means === '' || silenceSource.length >= 3, {
    path: ['silenceSource'],
    message: 'Le silence ne vaut décision que si un texte le dit : indiquez lequel',
  })
type Delay = z.infer<typeof Delay>

const offeredBy = (definition: Definition) => listTests(definition, listEarlier(definition, null))

export const editDelayPage = form(`${editorPath}/delai`, {
  load: loadDraft,
  allow: mayWrite,
  input: Delay,
  initial: ({ definition: { timeLimit }, version }) => ({ version, ...writeDelay(timeLimit) }),
  invalid: (drafting, { values, errors }) => (
    <EditDelay drafting={drafting} values={values} errors={errors} />
  ),
  valid: async (drafting, typed, context) => {
    const { definition } = drafting
    const stored = definition.timeLimit?.silence?.when
    const { when, errors } = readOneCondition(typed, 'silence', offeredBy(definition), stored)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    return keepDraft(context, drafting, {
      definition: { ...definition, timeLimit: readDelay(typed, when) },
      from: typed.version,
      to: editorOf(drafting),
      said: 'Le délai est enregistré.',
    })
  },
})

function writeDelay(timeLimit: TimeLimit | null): Record<string, string | number> {
  if (timeLimit === null) return { means: '' }
  const { days, source, silence } = timeLimit
  return {
    ...{ days, source: source ?? '' },
    ...{ means: silence?.means ?? '', silenceSource: silence?.source ?? '' },
    ...writeOneCondition('silence', silence?.when),
  }
}

type Silence = NonNullable<TimeLimit['silence']>

function readDelay(
  { days, source, means, silenceSource }: Delay,
  when: Silence['when'],
): TimeLimit | null {
  if (days === null) return null
  return {
    days,
    source: source.length >= 3 ? source : null,
    ...(means !== '' && { silence: { means, source: silenceSource, ...(when && { when }) } }),
  }
}

interface Props {
  readonly drafting: Drafting
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditDelay(props: Props) {
  const { drafting, values, errors } = props
  const named = (name: string) => ({
    name,
    value: String(values[name] ?? ''),
    error: errors[name],
    required: false,
  })
  return (
    <Page title="Le délai" errors={errors} breadcrumbs={crumbsOf(drafting)}>
      <DraftForm drafting={drafting} values={values} errors={errors}>
        <NumberField
          {...named('days')}
          label="La mairie répond en combien de jours, au plus"
          hint="Sans réponse ici, le délai paraît « à confirmer »."
        />
        <TextField
          {...named('source')}
          label="Où cela se lit"
          hint="Sans texte, c’est un engagement de la commune."
        />
        <SilenceFields {...props} named={named} />
      </DraftForm>
    </Page>
  )
}

type Named = (name: string) => {
  name: string
  value: string
  error: string | undefined
  required: boolean
}

function SilenceFields({ drafting, values, errors, named }: Props & { readonly named: Named }) {
  const { definition } = drafting
  return (
    <FormSection
      title="Si la mairie ne répond pas"
      hint="Le silence ne vaut décision que si une loi ou un règlement le dit."
    >
      <RadioGroup
        {...named('means')}
        label="Ce que vaut le silence"
        options={[
          { value: '', label: 'Rien : la demande attend toujours' },
          { value: 'accepted', label: 'La demande est acceptée' },
          { value: 'refused', label: 'La demande est refusée' },
        ]}
      />
      <TextField {...named('silenceSource')} label="Texte qui le dit" />
      <OneConditionFields
        prefix="silence"
        label="Dans quel cas"
        empty="Toujours"
        definition={definition}
        when={definition.timeLimit?.silence?.when}
        offered={offeredBy(definition)}
        values={values}
        errors={errors}
      />
    </FormSection>
  )
}
