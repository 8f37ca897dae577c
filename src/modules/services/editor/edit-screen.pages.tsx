/** A screen of the form: its name, when it is shown, and the questions on it, in their order. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Page, TextField } from '#web/components/index.tsx'
import { listDependents } from '../procedures/find-field.rules.ts'
import type { FormPage } from '../procedures/procedure.types.ts'
import { listTests, readCondition, writeCondition } from './condition.fields.ts'
import { ConditionFields } from './condition-fields.view.tsx'
import { DraftForm } from './draft-form.view.tsx'
import { listEarlier } from './earlier-fields.rules.ts'
import { addScreen, changeScreen, createCode } from './edit-definition.rules.ts'
import { FieldTable } from './field-table.view.tsx'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'

const label = fields.text({ max: 300, missing: 'Écrivez le nom de l’écran' })

const NewScreen = z.object({ label, version: fields.version() })

export const addScreenPage = form(`${editorPath}/ecrans/nouveau`, {
  load: loadDraft,
  allow: mayWrite,
  input: NewScreen,
  initial: ({ version }) => ({ version }),
  invalid: (drafting, { values, errors }) => (
    <Page title="Ajouter un écran" errors={errors} breadcrumbs={crumbsOf(drafting)}>
      <DraftForm drafting={drafting} values={values} errors={errors} submit="Ajouter">
        <TextField
          name="label"
          label="Nom de l’écran"
          hint="Ce dont il parle : « L’enfant », « Le terrain »."
          value={values.label}
          error={errors.label}
        />
      </DraftForm>
    </Page>
  ),
  valid: (drafting, { label, version }, context) =>
    keepDraft(context, drafting, {
      definition: addScreen(drafting.definition, label),
      from: version,
      to: `${editorOf(drafting)}/ecrans/${createCode(drafting.definition, label)}`,
      said: 'L’écran est ajouté, en dernier.',
    }),
})

interface Editing extends Drafting {
  readonly screen: FormPage
}

async function loadScreen(
  { procedureId, screen }: { procedureId: string; screen: string },
  context: Context,
): Promise<Editing> {
  const drafting = await loadDraft({ procedureId }, context)
  return {
    ...drafting,
    screen: orNotFound(drafting.definition.pages.find(({ code }) => code === screen)),
  }
}

const offeredTo = ({ definition, screen }: Editing) =>
  listTests(definition, listEarlier(definition, screen.code))

export const editScreenPage = form(`${editorPath}/ecrans/:screen`, {
  load: loadScreen,
  allow: mayWrite,
  input: z.looseObject({ label, version: fields.version() }),
  initial: ({ screen, version }) => ({
    ...{ label: screen.label, version },
    ...(writeCondition('when', screen.when) ?? { 'when.mode': 'kept' }),
  }),
  invalid: (editing, { values, errors }) => (
    <EditScreen editing={editing} values={values} errors={errors} />
  ),
  valid: async (editing, { label, version, ...typed }, context) => {
    const { screen, definition } = editing
    const { when, errors } = readCondition(typed, 'when', offeredTo(editing), screen.when)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    return keepDraft(context, editing, {
      definition: changeScreen(definition, screen.code, (page) => ({ ...page, label, when })),
      from: version,
      to: editorOf(editing),
      said: 'L’écran est enregistré.',
    })
  },
})

interface Props {
  readonly editing: Editing
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditScreen({ editing, values, errors }: Props) {
  const { screen, definition } = editing
  const base = editorOf(editing)
  return (
    <Page title={screen.label} kicker={t('Écran')} errors={errors} breadcrumbs={crumbsOf(editing)}>
      <FieldTable fields={screen.fields} definition={definition} base={base} />
      <Actions>
        <ButtonLink href={`${base}/conteneurs/${screen.code}/question`}>
          Ajouter une question
        </ButtonLink>
      </Actions>
      <h2>{t('L’écran')}</h2>
      <DraftForm
        drafting={editing}
        values={values}
        errors={errors}
        action={`${base}/ecrans/${screen.code}`}
        back={{ label: 'Retour', href: base }}
      >
        <TextField
          name="label"
          label="Nom de l’écran"
          value={String(values.label ?? '')}
          error={errors.label}
        />
        <ConditionFields
          prefix="when"
          legend="Montrer cet écran"
          definition={definition}
          when={screen.when}
          offered={offeredTo(editing)}
          values={values}
          errors={errors}
        />
      </DraftForm>
      <RemoveScreen editing={editing} />
    </Page>
  )
}

function RemoveScreen({ editing }: Pick<Props, 'editing'>) {
  const { definition, screen } = editing
  const isRead = screen.fields.some(({ code }) => listDependents(definition, code).length > 0)
  return (
    <ActionButton
      kind="danger"
      action={`${editorOf(editing)}/retirer`}
      label="Retirer cet écran"
      confirm={
        isRead
          ? 'Ses questions partent avec lui ; des conditions qui les lisent seront à corriger.'
          : 'Ses questions partent avec lui.'
      }
      fields={{ element: screen.code }}
    />
  )
}

export function crumbsOf(drafting: Drafting) {
  return [
    { label: 'Démarches de la commune', href: '/espace/demarches' },
    { label: drafting.definition.title, href: editorOf(drafting) },
  ]
}
