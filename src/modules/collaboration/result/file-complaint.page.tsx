/** Where a startup complains of a decision, and reads the answer. */
import { z } from 'zod'
import { getOrganisationId, worksForA } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Card, CardList, Form, Page, Tag, TextArea } from '#web/components/index.tsx'
import { getCallByReference, readClock } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { getOwnProposal } from '../proposals/proposal.queries.ts'
import { fileComplaint } from './complaint.actions.ts'
import { complaintLabels } from './complaint.labels.ts'
import { type Complaint, listComplaints } from './complaint.queries.ts'
import { takesComplaints } from './complaint.rules.ts'

const Complaining = z.object({
  body: fields.text({ min: 80, max: 4000, missing: 'Dites ce que vous contestez' }),
})

interface Shown {
  readonly call: Call
  readonly complaints: readonly Complaint[]
  readonly isOpen: boolean
}

export const fileComplaintPage = form('/appels/:ref/reclamation', {
  load: ({ ref }: { ref: string }, context: Context) => loadComplaints(ref, context),
  allow: (actor) => worksForA(actor, 'startup', 'manager'),
  input: Complaining,
  invalid: (shown, submission) => <FileComplaint {...shown} {...submission} />,
  valid: async ({ call }, { body }, context) =>
    (await fileComplaint(context, call, body))
      ? seeOther(
          `/appels/${call.reference}/reclamation`,
          'La réclamation est déposée. La commune vous répondra avec ses raisons.',
        )
      : refuse({ form: 'Votre réclamation attend déjà une réponse.' }),
})

/** Only for those who answered the call. */
async function loadComplaints(reference: string, { db, actor }: Context): Promise<Shown> {
  const call = await getCallByReference(db, reference)
  if (!worksForA(actor, 'startup')) throw new NotFound()
  const { status } = await getOwnProposal(db, call.id, getOrganisationId(actor))
  if (status !== 'opened') throw new NotFound()
  return {
    call,
    complaints: await listComplaints(db, call.id),
    isOpen: takesComplaints(call, await readClock(db)),
  }
}

function FileComplaint({
  call,
  complaints,
  isOpen,
  values,
  errors,
}: Shown & Submission<z.infer<typeof Complaining>>) {
  const back = `/appels/${call.reference}`
  return (
    <Page
      title="Réclamation"
      kicker={call.reference ?? ''}
      errors={errors}
      breadcrumbs={[
        { label: call.title, href: back },
        { label: 'Notre proposition', href: `${back}/ma-proposition` },
      ]}
    >
      <ComplaintCards complaints={complaints} />
      {isOpen ? (
        <Form
          action={`${back}/reclamation`}
          submit="Déposer la réclamation"
          secondary={{ label: 'Annuler', href: `${back}/ma-proposition` }}
        >
          <TextArea
            name="body"
            label="Ce que vous contestez, et pourquoi"
            hint="La règle de l’appel qui n’aurait pas été suivie, la note et le fait qui la contredit."
            value={values.body}
            error={errors.body}
            rows={8}
          />
        </Form>
      ) : (
        <p class="soft">{t('Le délai des réclamations est passé.')}</p>
      )}
    </Page>
  )
}

export function ComplaintCards({ complaints }: { complaints: readonly Complaint[] }) {
  return (
    <CardList>
      {complaints.map(({ id, body, status, answer, filedAt }) => (
        <Card
          key={id}
          level={2}
          title={t('Déposée le {date}', { date: formatDateTime(filedAt) })}
          tags={<Tag tone={complaintLabels[status].tone}>{t(complaintLabels[status].label)}</Tag>}
        >
          <p class="prose">{body}</p>
          {answer && (
            <blockquote class="prose">
              <b>{t('Réponse de la commune')}</b>
              {`\n${answer}`}
            </blockquote>
          )}
        </Card>
      ))}
    </CardList>
  )
}
