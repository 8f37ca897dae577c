/** The model of the act that is given when a request is accepted. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission } from '#platform/web.ts'
import { Details, Page, TextArea, TextField } from '#web/components/index.tsx'
import { listFields } from '../procedures/find-field.rules.ts'
import { isText } from '../procedures/visible.rules.ts'
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
  initial: ({ definition: { act }, version }) => ({ ...act, version }),
  invalid: (drafting, submission) => <EditAct drafting={drafting} {...submission} />,
  valid: (drafting, { version, ...act }, context) =>
    keepDraft(context, drafting, {
      definition: { ...drafting.definition, act: act.body === '' ? undefined : act },
      from: version,
      to: editorOf(drafting),
      said: 'Le modèle d’acte est enregistré.',
    }),
})

interface Props extends Submission<z.infer<typeof Act>> {
  readonly drafting: Drafting
}

const wordLabels = {
  reference: 'le numéro de la demande',
  commune: 'le nom de la commune',
  procedure: 'l’intitulé de la démarche',
  receivedOn: 'le jour où la demande a été reçue',
  today: 'le jour de la signature',
} as const

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
          hint="Un mot entre accolades est remplacé : {askerName} par le nom du demandeur."
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
  const asked = listFields(drafting.definition).filter(
    (field) => !isText(field) && field.type !== 'block',
  )
  return (
    <Details summary="Les mots qui sont remplacés">
      <ul>
        {Object.entries(wordLabels).map(([word, label]) => (
          <li key={word}>
            <code>{`{${word}}`}</code> {t(label)}
          </li>
        ))}
        {asked.map(({ code, label }) => (
          <li key={code}>
            <code>{`{${code}}`}</code> <span lang="fr">{label}</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}
