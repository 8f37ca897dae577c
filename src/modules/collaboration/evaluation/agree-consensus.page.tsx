/** Where the committee writes what it agrees on, everybody's notes before its eyes. */
import { asSystem } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page } from '#web/components/index.tsx'
import { haveAllFinished } from '../committee/committee.rules.ts'
import { listCommittee } from '../committee/member.queries.ts'
import type { Member } from '../committee/member.schema.ts'
import { saveConsensus } from './evaluation.actions.ts'
import { listConsensus, listScoresOf } from './evaluation.queries.ts'
import type { Consensus, Score } from './evaluation.schema.ts'
import { loadReading, mayEvaluate, type Reading } from './load-reading.ts'
import { NotesInput, readNotes, type TypedNotes, toNoteFields } from './note-fields.ts'
import { NoteRows } from './note-rows.view.tsx'

interface Agreeing extends Reading {
  readonly committee: readonly Member[]
  readonly scores: readonly Score[]
  readonly agreed: readonly Consensus[]
}

export const agreeConsensusPage = form(
  '/espace/appels/:callId/propositions/:proposalId/consensus',
  {
    load: (params: { callId: string; proposalId: string }, context: Context) =>
      loadAgreeing(params, context),
    allow: (actor, { committee, ...reading }) =>
      mayEvaluate(actor, reading) &&
      reading.full.call.status === 'opened' &&
      haveAllFinished(committee),
    input: NotesInput,
    initial: ({ full, agreed }) =>
      toNoteFields(
        agreed.map((one) => ({ ...one, text: one.justification })),
        full.criteria,
      ),
    invalid: (agreeing, submission) => <AgreeConsensus {...agreeing} {...submission} />,
    valid: async ({ full, bid }, typed, context) => {
      const { notes, errors } = readNotes(typed, full.criteria)
      if (Object.keys(errors).length > 0) return refuse({ ...errors })
      await saveConsensus(context, full.call, bid.proposalId, notes)
      return seeOther(`/espace/appels/${full.call.id}/evaluation`, 'Le consensus est gardé.')
    },
  },
)

/** The notes of the others are read as the system, and only once all have finished. */
async function loadAgreeing(
  params: { callId: string; proposalId: string },
  context: Context,
): Promise<Agreeing> {
  const { db } = context
  const reading = await loadReading(params, context)
  const committee = await listCommittee(db, params.callId)
  const scores = haveAllFinished(committee)
    ? await asSystem(context, () => listScoresOf(db, params.proposalId))
    : []
  const agreed = (await listConsensus(db, params.callId)).filter(
    ({ proposalId }) => proposalId === params.proposalId,
  )
  return { ...reading, committee, scores, agreed }
}

function AgreeConsensus(agreeing: Agreeing & Submission<TypedNotes>) {
  const { full, bid, values, errors } = agreeing
  const base = `/espace/appels/${full.call.id}`
  return (
    <Page
      title={t('Consensus : {name}', { name: bid.name })}
      errors={errors}
      breadcrumbs={[
        { label: full.call.title, href: base },
        { label: 'Évaluation', href: `${base}/evaluation` },
      ]}
    >
      <p>
        {t(
          'La note et sa justification seront envoyées à la startup, et gardées au dossier. Elles ne sont pas une moyenne : le comité se met d’accord.',
        )}{' '}
        <a href={`${base}/propositions/${bid.proposalId}`}>{t('Relire la proposition')}</a>
      </p>
      <Form
        action={`${base}/propositions/${bid.proposalId}/consensus`}
        submit="Garder le consensus"
        secondary={{ label: 'Retour', href: `${base}/evaluation` }}
      >
        <NoteRows
          criteria={full.criteria}
          values={values}
          errors={errors}
          reasonLabel="Justification"
          above={({ id }) => <Notes {...agreeing} criterionId={id} />}
        />
      </Form>
    </Page>
  )
}

function Notes({ scores, committee, criterionId }: Agreeing & { criterionId: string }) {
  return (
    <ul>
      {scores
        .filter((score) => score.criterionId === criterionId)
        .map(({ evaluatorId, points, comment }) => (
          <li key={evaluatorId}>
            <b>{points}</b> · {committee.find(({ personId }) => personId === evaluatorId)?.name}
            {' — '}
            {comment}
          </li>
        ))}
    </ul>
  )
}
