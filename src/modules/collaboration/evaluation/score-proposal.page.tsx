/** Where a member of the committee notes a proposal, alone: nobody else sees these notes before all have finished. */
import { t } from '#platform/i18n.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Details, Form, Page } from '#web/components/index.tsx'
import { saveScores } from './evaluation.actions.ts'
import { listOwnScores } from './evaluation.queries.ts'
import type { Score } from './evaluation.schema.ts'
import { loadReading, mayScore, type Reading } from './load-reading.ts'
import { NotesInput, readNotes, type TypedNotes, toNoteFields } from './note-fields.ts'
import { NoteRows } from './note-rows.view.tsx'
import { ProposalBody } from './proposal-body.view.tsx'

type Shown = Reading & { readonly own: readonly Score[] }

export const scoreProposalPage = form('/espace/appels/:callId/propositions/:proposalId/noter', {
  load: async (params: { callId: string; proposalId: string }, context): Promise<Shown> => ({
    ...(await loadReading(params, context)),
    own: await listOwnScores(context.db, params.callId, context.actor.id),
  }),
  allow: mayScore,
  input: NotesInput,
  initial: ({ full, bid, own }) =>
    toNoteFields(
      own
        .filter(({ proposalId }) => proposalId === bid.proposalId)
        .map((score) => ({ ...score, text: score.comment })),
      full.criteria,
    ),
  invalid: (shown, submission) => <ScoreProposal {...shown} {...submission} />,
  valid: async ({ full, bid }, typed, context) => {
    const { notes, errors } = readNotes(typed, full.criteria)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    if (notes.length === 0) return refuse({ form: 'Notez au moins un critère.' })
    await saveScores(context, full.call, bid.proposalId, notes)
    return seeOther(
      `/espace/appels/${full.call.id}/evaluation`,
      'Vos notes sont gardées. Vous seul les voyez pour l’instant.',
    )
  },
})

function ScoreProposal(shown: Shown & Submission<TypedNotes>) {
  const { full, bid, values, errors } = shown
  const base = `/espace/appels/${full.call.id}`
  return (
    <Page
      title={t('Noter : {name}', { name: bid.name })}
      errors={errors}
      breadcrumbs={[
        { label: full.call.title, href: base },
        { label: 'Évaluation', href: `${base}/evaluation` },
      ]}
    >
      <Details summary="Relire la proposition">
        <ProposalBody {...shown} />
      </Details>
      <Form
        action={`${base}/propositions/${bid.proposalId}/noter`}
        submit="Garder mes notes"
        secondary={{ label: 'Retour', href: `${base}/evaluation` }}
      >
        <NoteRows
          criteria={full.criteria}
          values={values}
          errors={errors}
          reasonLabel="Pourquoi cette note"
          above={({ id }) => (
            <blockquote class="prose">
              {shown.content.answers.find(({ criterionId }) => criterionId === id)?.text ?? ''}
            </blockquote>
          )}
        />
      </Form>
    </Page>
  )
}
