/** The items of an agenda: what each is about, and what was said under it. */

import { z } from 'zod'
import { action, form, type Refusal, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  DateField,
  Form,
  Hidden,
  Page,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { loadItem, loadSession, sessionAddress, sessionBack } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { sessionPolicy } from './session.policy.ts'
import {
  type AgendaItem,
  AgendaItemInput,
  type AgendaItemValues,
  NoteInput,
  type Session,
} from './session.schema.ts'
import {
  addAgendaItem,
  removeAgendaItem,
  saveAgendaItem,
  saveNote,
} from './session-parts.actions.ts'
import { isWithin } from './session-period.rules.ts'

const addItemPage = form(`${sessionsHome}/:sessionId/points/nouveau`, {
  load: loadSession,
  allow: (actor, { session }) => sessionPolicy.edit(actor, session),
  input: AgendaItemInput,
  initial: ({ session }) => ({ heldOn: session.startsOn, version: 0 }),
  invalid: ({ session }, submission) => <EditItem session={session} item={null} {...submission} />,
  valid: async ({ session }, values, context) => {
    const fault = findFault(session, values)
    if (fault) return fault
    await addAgendaItem(context, session, values)
    return seeOther(sessionAddress(session), 'Le point est inscrit à l’ordre du jour.')
  },
})

const editItemPage = form(`${sessionsHome}/:sessionId/points/:itemId`, {
  load: loadItem,
  allow: (actor, { full }) => sessionPolicy.edit(actor, full.session),
  input: AgendaItemInput,
  initial: ({ item }) => ({ ...item }),
  invalid: ({ full, item }, submission) => (
    <EditItem session={full.session} item={item} {...submission} />
  ),
  valid: async ({ full, item }, values, context) => {
    const fault = findFault(full.session, values)
    if (fault) return fault
    if (!(await saveAgendaItem(context, item, values))) return refuse({ form: changedMeanwhile })
    return seeOther(sessionAddress(full.session), 'Le point est enregistré.')
  },
})

function findFault(session: Session, { heldOn }: AgendaItemValues): Refusal | undefined {
  if (isWithin(session, heldOn)) return undefined
  return refuse({ heldOn: 'Choisissez un jour de la session.' })
}

const removeItemAction = action(`${sessionsHome}/:sessionId/points/:itemId/retirer`, {
  load: loadItem,
  allow: (actor, { full }) => sessionPolicy.edit(actor, full.session),
  input: z.object({}),
  back: ({ full }) => sessionAddress(full.session),
  act: async ({ full, item }, _, context) => {
    await removeAgendaItem(context, item)
    return seeOther(sessionAddress(full.session), 'Le point est retiré de l’ordre du jour.')
  },
})

type EditProps = Submission<AgendaItemValues> & {
  readonly session: Session
  readonly item: AgendaItem | null
}

function EditItem({ session, item, values, errors }: EditProps) {
  const back = sessionBack(session)
  return (
    <Page
      title={item ? 'Modifier ce point' : 'Ajouter un point à l’ordre du jour'}
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form submit="Enregistrer ce point" secondary={{ label: 'Annuler', href: back.href }}>
        <Hidden name="version" value={String(item?.version ?? 0)} />
        <ItemFields session={session} values={values} errors={errors} />
      </Form>
      {item && (
        <ActionButton
          action={`${back.href}/points/${item.id}/retirer`}
          label="Retirer ce point"
          kind="danger"
          confirm="Le point quitte l’ordre du jour, avec ce qui s’y est dit. Ses documents restent à la session."
        />
      )}
    </Page>
  )
}

function ItemFields({ session, values, errors }: Omit<EditProps, 'item'>) {
  return (
    <>
      <TextField name="title" label="Titre" value={values.title} error={errors.title} />
      <DateField
        name="heldOn"
        label="Jour"
        value={values.heldOn}
        error={errors.heldOn}
        min={session.startsOn}
        max={session.endsOn}
      />
      <TextField
        name="startsAt"
        label="Heure"
        hint="Par exemple : 09:30."
        value={values.startsAt}
        error={errors.startsAt}
        required={false}
      />
      <TextField
        name="presenter"
        label="Présenté par"
        hint="Une fonction ou une organisation, sans nom de personne."
        value={values.presenter}
        error={errors.presenter}
        required={false}
      />
      <TextArea
        name="body"
        label="De quoi il s’agit"
        value={values.body}
        error={errors.body}
        required={false}
      />
    </>
  )
}

const noteItemPage = form(`${sessionsHome}/:sessionId/points/:itemId/notes`, {
  load: loadItem,
  allow: (actor, { full }) => sessionPolicy.record(actor, full.session),
  input: NoteInput,
  initial: ({ full, item }) => ({ ...full.notes.get(item.id) }),
  invalid: ({ full, item }, { values, errors }) => (
    <Page title={item.title} errors={errors} breadcrumbs={[sessionBack(full.session)]}>
      <Form
        submit="Enregistrer les notes"
        secondary={{ label: 'Annuler', href: sessionAddress(full.session) }}
      >
        <Hidden name="version" value={String(full.notes.get(item.id)?.version ?? 0)} />
        <TextArea
          name="body"
          label="Ce qui s’est dit"
          hint="Lu de l’association seule, jusqu’à la publication du compte rendu qui le reprend."
          value={values.body}
          error={errors.body}
          rows={14}
          required={false}
        />
      </Form>
    </Page>
  ),
  valid: async ({ full, item }, note, context) => {
    if (!(await saveNote(context, item, note))) return refuse({ form: changedMeanwhile })
    return seeOther(sessionAddress(full.session), 'Les notes sont enregistrées.')
  },
})

export const agendaItemPages = [addItemPage, editItemPage, removeItemAction, noteItemPage]
