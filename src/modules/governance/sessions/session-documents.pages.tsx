/** The documents of a session: a file kept here, or the address where it already is. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { action, type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { FileField, Form, Page, Select, TextField, UrlField } from '#web/components/index.tsx'
import { loadSession, sessionAddress, sessionBack } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { sessionPolicy } from './session.policy.ts'
import { DocumentInput, type FullSession } from './session.schema.ts'
import { addDocument, removeDocument } from './session-parts.actions.ts'

const addDocumentPage = form(`${sessionsHome}/:sessionId/documents/nouveau`, {
  load: loadSession,
  allow: (actor, { session }) => sessionPolicy.edit(actor, session),
  input: DocumentInput,
  invalid: (full, submission) => <AddDocument full={full} {...submission} />,
  valid: async ({ session, agenda }, values, context) => {
    const { file, url, agendaItemId } = values
    if (!file && !url) return refuse({ file: 'Choisissez un fichier, ou donnez une adresse.' })
    if (agendaItemId !== null && !agenda.some(({ id }) => id === agendaItemId))
      return refuse({ agendaItemId: 'Choisissez un point de la liste' })
    await addDocument(context, session, values)
    return seeOther(sessionAddress(session), 'Le document est ajouté.')
  },
})

type Props = Submission<z.infer<typeof DocumentInput>> & { readonly full: FullSession }

function AddDocument({ full: { session, agenda }, values, errors }: Props) {
  const back = sessionBack(session)
  return (
    <Page
      title="Ajouter un document"
      lead="Tout le monde le lit dès que la session est annoncée."
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form
        submit="Ajouter ce document"
        multipart
        secondary={{ label: 'Annuler', href: back.href }}
      >
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <Select
          name="agendaItemId"
          label="Point de l’ordre du jour"
          empty="Toute la session"
          value={values.agendaItemId}
          error={errors.agendaItemId}
          options={agenda.map(({ id, title }) => ({ value: id, label: title }))}
          required={false}
        />
        <FileField
          name="file"
          label="Fichier"
          hint="PDF, PNG ou JPEG."
          accept="application/pdf,image/png,image/jpeg"
          maxMegabytes={10}
          values={values}
          error={errors.file}
          required={false}
        />
        <UrlField
          name="url"
          label="Ou son adresse"
          value={values.url}
          error={errors.url}
          required={false}
        />
      </Form>
    </Page>
  )
}

const removeDocumentAction = action(`${sessionsHome}/:sessionId/documents/:documentId/retirer`, {
  load: async (params: { sessionId: string; documentId: string }, context: Context) => {
    const full = await loadSession(params, context)
    return { full, document: orNotFound(full.documents.find(({ id }) => id === params.documentId)) }
  },
  allow: (actor, { full }) => sessionPolicy.edit(actor, full.session),
  input: z.object({}),
  back: ({ full }) => sessionAddress(full.session),
  act: async ({ full, document }, _, context) => {
    await removeDocument(context, document.id)
    return seeOther(sessionAddress(full.session), 'Le document est retiré.')
  },
})

export const sessionDocumentPages = [addDocumentPage, removeDocumentAction]
