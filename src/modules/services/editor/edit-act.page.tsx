/** The model of the act that is given when a request is accepted. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse, type Submission } from '#platform/web.ts'
import { Details, Page, TextArea, TextField } from '#web/components/index.tsx'
import { listActNames, readModel, showModel } from '../procedures/act-names.rules.ts'
import type { Definition } from '../procedures/procedure.types.ts'
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

const Act = z
  .object({
    version: fields.version(),
    title: fields.optionalText(300),
    body: fields.optionalText(10_000),
    capacity: fields.optionalText(120),
  })
  .refine(({ title, body }) => (title === '') === (body === ''), {
    path: ['body'],
    message: 'Un modèle a un titre et un texte ; videz les deux pour n’en avoir aucun',
  })
  .refine(({ body, capacity }) => body === '' || capacity.length >= 2, {
    path: ['capacity'],
    message: 'Indiquez en quelle qualité on signe',
  })

export const editActPage = form(`${editorPath}/acte`, {
  load: loadDraft,
  allow: mayWrite,
  input: Act,
  initial: ({ definition, version }) => ({ ...showAct(definition), version }),
  invalid: (drafting, submission) => <EditAct drafting={drafting} {...submission} />,
  valid: async (drafting, { version, ...typed }, context) => {
    const names = listActNames(drafting.definition)
    const { text: body, unknown } = readModel(typed.body, names)
    const [stray] = unknown
    if (stray !== undefined)
      return refuse({
        body: t('« {name} » n’est le nom d’aucune question : voyez les mots qui sont remplacés', {
          name: stray,
        }),
      })
    const act = { ...typed, body }
    return keepDraft(context, drafting, {
      definition: { ...drafting.definition, act: body === '' ? undefined : act },
      from: version,
      to: editorOf(drafting),
      said: 'Le modèle d’acte est enregistré.',
    })
  },
})

/** With the words of the questions: their codes are nobody's language. */
function showAct(definition: Definition) {
  const { act } = definition
  return act && { ...act, body: showModel(act.body, listActNames(definition)) }
}

interface Props extends Submission<z.infer<typeof Act>> {
  readonly drafting: Drafting
}

function EditAct({ drafting, values, errors }: Props) {
  return (
    <Page
      title="Le modèle d’acte"
      lead="Ce que reçoit un usager dont la demande est acceptée. Le signataire le relit et peut le corriger avant de signer."
      errors={errors}
      breadcrumbs={crumbsOf(drafting)}
    >
      <DraftForm drafting={drafting} values={values} errors={errors}>
        <TextField
          name="title"
          label="Titre de l’acte"
          value={values.title}
          error={errors.title}
          required={false}
        />
        <TextArea
          name="body"
          label="Texte"
          hint="Ce qui est entre accolades est remplacé : le nom d’une question, par sa réponse."
          value={values.body}
          error={errors.body}
          required={false}
          rows={12}
        />
        <TextField
          name="capacity"
          label="Signé par"
          hint="La qualité, pas le nom : « Le maire », « L’officier d’état civil »."
          value={values.capacity}
          error={errors.capacity}
          required={false}
        />
        <ReplacedWords drafting={drafting} />
      </DraftForm>
    </Page>
  )
}

function ReplacedWords({ drafting }: Pick<Props, 'drafting'>) {
  return (
    <Details summary="Les mots qui sont remplacés">
      <ul lang="fr">
        {listActNames(drafting.definition).map(({ code, name }) => (
          <li key={code}>
            <code>{`{${name}}`}</code>
          </li>
        ))}
      </ul>
    </Details>
  )
}
