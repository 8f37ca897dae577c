/** The complaints of a call, for the commune: the list, the answer, and the evaluation taken up again. */
import { z } from 'zod'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, page, type Submission, seeOther } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Form,
  Page,
  RadioGroup,
  Tag,
  TextArea,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { callPolicy } from '../calls/call.policy.ts'
import { getCall } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { loadCall } from '../calls/move-call.pages.tsx'
import { answerComplaint, reconsiderCall } from './complaint.actions.ts'
import { complaintLabels } from './complaint.labels.ts'
import { type Complaint, getComplaint, listComplaints } from './complaint.queries.ts'
import { isOneUpheld } from './complaint.rules.ts'

interface Listing {
  readonly call: Call
  readonly complaints: readonly Complaint[]
  readonly names: ReadonlyMap<string, string>
}

const listComplaintsPage = page('/espace/appels/:callId/reclamations', {
  load: async ({ callId }: { callId: string }, { db }: Context): Promise<Listing> => {
    const call = await getCall(db, callId)
    const complaints = await listComplaints(db, callId)
    const names = await listOrganisationNames(
      db,
      complaints.map(({ startupId }) => startupId),
    )
    return { call, complaints, names }
  },
  allow: (actor, { call }) => callPolicy.follow(actor, call),
  view: (listing, { actor }) => (
    <Complaints {...listing} mayAnswer={callPolicy.answerComplaint(actor, listing.call)} />
  ),
})

function Complaints({ call, complaints, names, mayAnswer }: Listing & { mayAnswer: boolean }) {
  const base = `/espace/appels/${call.id}`
  return (
    <Page title="Réclamations" breadcrumbs={[{ label: call.title, href: base }]}>
      {complaints.length === 0 && <EmptyState title="Aucune réclamation" />}
      <CardList>
        {complaints.map((complaint) => (
          <Card
            key={complaint.id}
            level={2}
            title={names.get(complaint.startupId) ?? ''}
            {...(mayAnswer &&
              complaint.status === 'filed' && { href: `${base}/reclamations/${complaint.id}` })}
            tags={
              <Tag tone={complaintLabels[complaint.status].tone}>
                {t(complaintLabels[complaint.status].label)}
              </Tag>
            }
          >
            <p class="meta">{formatDateTime(complaint.filedAt)}</p>
            <p class="prose">{complaint.body}</p>
            {complaint.answer && <blockquote class="prose">{complaint.answer}</blockquote>}
          </Card>
        ))}
      </CardList>
      {mayAnswer && call.status === 'awarded' && isOneUpheld(complaints) && (
        <Actions>
          <ButtonLink href={`${base}/reprendre`}>Reprendre l’évaluation</ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

const Answer = z.object({
  step: fields.choice(['uphold', 'dismiss'], 'Choisissez la suite'),
  answer: fields.text({ min: 20, max: 4000, missing: 'Motivez la réponse' }),
})

interface Answering {
  readonly call: Call
  readonly complaint: Complaint
}

const answerComplaintPage = form('/espace/appels/:callId/reclamations/:complaintId', {
  load: async (
    { callId, complaintId }: { callId: string; complaintId: string },
    { db }: Context,
  ): Promise<Answering> => ({
    call: await getCall(db, callId),
    complaint: await getComplaint(db, callId, complaintId),
  }),
  allow: (actor, { call }) => callPolicy.answerComplaint(actor, call),
  input: Answer,
  invalid: (answering, submission) => <AnswerComplaint {...answering} {...submission} />,
  valid: async ({ call, complaint }, given, context) => {
    await answerComplaint(context, call, complaint, given)
    return seeOther(
      `/espace/appels/${call.id}/reclamations`,
      'La réponse est envoyée à la startup, avec ses raisons.',
    )
  },
})

function AnswerComplaint({
  call,
  complaint,
  values,
  errors,
}: Answering & Submission<z.infer<typeof Answer>>) {
  const back = `/espace/appels/${call.id}/reclamations`
  return (
    <Page
      title="Répondre à une réclamation"
      errors={errors}
      breadcrumbs={[
        { label: call.title, href: `/espace/appels/${call.id}` },
        { label: 'Réclamations', href: back },
      ]}
    >
      <blockquote class="prose">{complaint.body}</blockquote>
      <Form
        action={`${back}/${complaint.id}`}
        submit="Envoyer la réponse"
        secondary={{ label: 'Annuler', href: back }}
      >
        <RadioGroup
          name="step"
          label="La réclamation est"
          value={values.step}
          error={errors.step}
          options={[
            { value: 'uphold', label: 'Admise', hint: 'L’évaluation pourra être reprise.' },
            { value: 'dismiss', label: 'Rejetée' },
          ]}
        />
        <TextArea
          name="answer"
          label="Votre réponse motivée"
          value={values.answer}
          error={errors.answer}
          rows={6}
        />
      </Form>
    </Page>
  )
}

const reconsiderPage = reasonForm('/espace/appels/:callId/reprendre', {
  load: loadCall,
  allow: callPolicy.reconsider,
  back: (call) => ({ href: `/espace/appels/${call.id}`, label: call.title }),
  title: 'Reprendre l’évaluation',
  label: 'Ce qui est à revoir',
  hint: 'La décision tombe. Le comité revoit son consensus, puis une nouvelle décision est prise.',
  isDangerous: true,
  done: 'L’évaluation est rouverte. Le comité peut revoir son consensus.',
  act: (call, reason, context) => reconsiderCall(context, call, reason),
})

export const answerComplaintsPages = [listComplaintsPage, answerComplaintPage, reconsiderPage]
