/** The papers to bring and the texts to read, each with its source; without one it is « à confirmer ». */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse } from '#platform/web.ts'
import { Fieldset, FormSection, Page, TextField } from '#web/components/index.tsx'
import type { Stated } from '../procedures/procedure.types.ts'
import { DraftForm } from './draft-form.view.tsx'
import { crumbsOf } from './edit-screen.pages.tsx'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'

/** Empty lines at the end, to add some; an emptied line is taken out. */
const blankLines = 3

const kinds = [
  {
    name: 'documents',
    title: 'Les pièces à fournir',
    one: 'Pièce {number}',
    label: 'Pièce',
    most: 40,
  },
  {
    name: 'regulations',
    title: 'Les textes',
    one: 'Texte {number}',
    label: 'Texte, avec son article',
    most: 20,
  },
] as const
type Kind = (typeof kinds)[number]

const nameOf = (kind: Kind['name'], index: number, part: 'text' | 'source') =>
  `${kind}.${index + 1}.${part}`

export const editPapersPage = form(`${editorPath}/pieces`, {
  load: loadDraft,
  allow: mayWrite,
  input: z.looseObject({ version: fields.version() }),
  initial: ({ definition, version }) => ({
    version,
    ...Object.fromEntries(kinds.flatMap(({ name }) => writeStated(name, definition[name]))),
  }),
  invalid: (drafting, { values, errors }) => (
    <EditPapers drafting={drafting} values={values} errors={errors} />
  ),
  valid: async (drafting, { version, ...typed }, context) => {
    const { definition } = drafting
    const [documents, regulations] = kinds.map((kind) => readStated(kind, typed, definition))
    const errors = { ...documents?.errors, ...regulations?.errors }
    if (Object.keys(errors).length > 0) return refuse(errors)
    const read = {
      documents: documents?.lines ?? [],
      regulations: regulations?.lines ?? [],
    }
    return keepDraft(context, drafting, {
      definition: { ...definition, ...read },
      from: version,
      to: editorOf(drafting),
      said: 'Les pièces et les textes sont enregistrés.',
    })
  },
})

function writeStated(kind: Kind['name'], lines: readonly Stated[]): [string, string][] {
  return lines.flatMap(({ text, source }, index): [string, string][] => [
    [nameOf(kind, index, 'text'), text],
    [nameOf(kind, index, 'source'), source ?? ''],
  ])
}

const countLines = ({ name, most }: Kind, definition: Drafting['definition']) =>
  Math.min(most, definition[name].length + blankLines)

function readStated(
  kind: Kind,
  typed: Readonly<Record<string, unknown>>,
  definition: Drafting['definition'],
) {
  const errors: Record<string, string> = {}
  const lines: Stated[] = []
  for (let index = 0; index < countLines(kind, definition); index += 1) {
    const textName = nameOf(kind.name, index, 'text')
    const sourceName = nameOf(kind.name, index, 'source')
    const text = fields.optionalText(2000).safeParse(typed[textName])
    const source = fields.optionalText(300).safeParse(typed[sourceName])
    if (!text.success) errors[textName] = text.error.issues[0]?.message ?? ''
    else if (!source.success) errors[sourceName] = source.error.issues[0]?.message ?? ''
    else if (text.data !== '') lines.push({ text: text.data, source: toSource(source.data) })
    else if (source.data !== '') errors[textName] = 'Écrivez ce que dit cette source'
  }
  return { errors, lines }
}

/** Shorter than any title of a text: not a source. */
const toSource = (typed: string) => (typed.length >= 3 ? typed : null)

interface Props {
  readonly drafting: Drafting
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditPapers(props: Props) {
  const { drafting, values, errors } = props
  return (
    <Page
      title="Les pièces et les textes"
      lead="Sans source, une ligne paraît « à confirmer ». Videz une ligne pour la retirer."
      errors={errors}
      breadcrumbs={crumbsOf(drafting)}
    >
      <DraftForm drafting={drafting} values={values} errors={errors}>
        {kinds.map((kind) => (
          <StatedLines key={kind.name} kind={kind} {...props} />
        ))}
      </DraftForm>
    </Page>
  )
}

function StatedLines({ kind, drafting, values, errors }: Props & { readonly kind: Kind }) {
  const named = (name: string) => ({
    name,
    value: String(values[name] ?? ''),
    required: false,
    ...(errors[name] && { error: errors[name] }),
  })
  return (
    <FormSection title={kind.title}>
      {Array.from({ length: countLines(kind, drafting.definition) }, (_, index) => (
        <Fieldset key={index} legend={t(kind.one, { number: index + 1 })}>
          <TextField {...named(nameOf(kind.name, index, 'text'))} label={kind.label} />
          <TextField
            {...named(nameOf(kind.name, index, 'source'))}
            label="Où cela se lit"
            hint="Loi, arrêté, délibération ou page officielle."
          />
        </Fieldset>
      ))}
    </FormSection>
  )
}
