/** A request as the town hall treats it: what was answered, what may be done now, opinions, messages, labels, history. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { formatDate, formatPhone, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  DefinitionList,
  Details,
  Form,
  Notice,
  Page,
  Tag,
  TextArea,
} from '#web/components/index.tsx'
import { ActState } from '../acts/act-state.view.tsx'
import { FormReading } from '../forms/form-reading.view.tsx'
import { paymentPolicy } from '../payments/payment.policy.ts'
import { PaymentLines } from '../payments/payment-lines.view.tsx'
import { writeMessage } from './instruct-request.actions.ts'
import {
  type Instructed,
  instructHref,
  instructPath,
  loadInstructed,
  mayInstruct,
} from './load-instructed.ts'
import { Opinions } from './opinions.view.tsx'
import { requestStatusLabels } from './request.labels.ts'
import { tellOfMessage } from './request.messages.ts'
import { RequestActs } from './request-acts.view.tsx'
import {
  Decision,
  Messages,
  RequestFacts,
  RequestHistory,
  RequestStatusTag,
} from './request-body.view.tsx'

const Message = z.object({
  body: fields.text({ max: 4000, missing: 'Écrivez votre message' }),
  isNote: fields.checkbox(),
})

export const instructRequestPage = form(instructPath, {
  load: loadInstructed,
  allow: mayInstruct,
  input: Message,
  invalid: (instructed, submission, { now, actor }) => (
    <InstructRequest {...instructed} {...submission} today={toDay(now)} actor={actor} />
  ),
  valid: async ({ request }, { body, isNote }, context) => {
    await writeMessage(context, request, isNote ? 'note' : 'message', body)
    if (!isNote) await tellOfMessage(context, request, { from: 'commune', body })
    return seeOther(
      `${instructHref({ request })}#messages`,
      isNote ? 'La note est gardée.' : 'Le message est envoyé.',
    )
  },
})

type Props = Instructed &
  Submission<z.infer<typeof Message>> & { readonly today: string; readonly actor: Actor }

function InstructRequest(props: Props) {
  const { request, definition, answers, commune, communes, history, names, today, errors } = props
  return (
    <Page
      title={definition.title}
      kicker={request.reference}
      errors={errors}
      breadcrumbs={[{ label: 'Demandes reçues', href: '/espace/demandes' }]}
    >
      <p class="tags">
        <RequestStatusTag request={request} />
        {request.labels.map((label) => (
          <Tag key={label}>{label}</Tag>
        ))}
      </p>
      <Decision request={request} />
      <Proposed {...props} />
      <Lookalikes {...props} />
      <RequestActs instructed={props} actor={props.actor} />
      <Acts {...props} />
      <PaymentLines
        payments={props.payments}
        mayRefund={paymentPolicy.refund(props.actor, request)}
      />
      <RequestFacts request={request} today={today} />
      <Applicant {...props} />
      <FormReading
        definition={definition}
        answers={answers}
        communes={communes}
        files={{ at: `/demandes/${request.id}/fichiers`, kept: props.keptFields }}
      />
      <Opinions {...props} />
      <Conversation {...props} communeName={commune.name} />
      <Details summary="Historique">
        <RequestHistory history={history} names={names} />
      </Details>
    </Page>
  )
}

function Proposed({ request, names }: Props) {
  if (request.status !== 'proposed') return null
  const { decision, decisionReasons, decisionRemedy, preparedBy } = request
  return (
    <Notice kind="info" title={decision === 'refused' ? 'Refus proposé' : 'Acceptation proposée'}>
      <p>
        {t('Par {name}. Une autre personne décide.', { name: names.get(preparedBy ?? '') ?? '' })}
      </p>
      {decisionReasons && <p class="prose typed">{decisionReasons}</p>}
      {decisionRemedy && <p class="prose typed">{decisionRemedy}</p>}
    </Notice>
  )
}

function Acts({ acts }: Props) {
  if (acts.length === 0) return null
  return (
    <section>
      <h2>{t('Actes')}</h2>
      <ul>
        {acts.map((act) => (
          <li key={act.id}>
            <a href={`/espace/actes/${act.id}`}>{act.reference}</a> <ActState act={act} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lookalikes({ lookalikes }: Props) {
  if (lookalikes.length === 0) return null
  return (
    <Notice kind="warning" title="Peut-être la même demande">
      <p>{t('Le même numéro de téléphone a demandé la même chose :')}</p>
      <ul>
        {lookalikes.map(({ id, reference, status, receivedAt }) => (
          <li key={id}>
            <a href={`/espace/demandes/${id}`}>{reference}</a>, {formatDate(receivedAt)},{' '}
            {t(requestStatusLabels[status])}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Applicant({ request, names }: Props) {
  const { applicantName, applicantPhone, applicantEmail, assigneeId, enteredBy, keyId } = request
  return (
    <DefinitionList
      items={[
        { term: 'Demandeur', value: applicantName },
        { term: 'Téléphone', value: applicantPhone && formatPhone(applicantPhone) },
        { term: 'Adresse électronique', value: applicantEmail },
        ...(enteredBy
          ? [{ term: 'Écrite au guichet par', value: names.get(enteredBy) ?? '' }]
          : []),
        ...(keyId ? [{ term: 'Déposée par le système', value: names.get(keyId) ?? '' }] : []),
        { term: 'En charge', value: assigneeId ? names.get(assigneeId) : t('Personne') },
      ]}
    />
  )
}

function Conversation({
  request,
  messages,
  names,
  communeName,
  values,
  errors,
}: Props & { readonly communeName: string }) {
  return (
    <section id="messages">
      <h2>{t('Messages')}</h2>
      <Messages messages={messages} side="commune" communeName={communeName} names={names} />
      <Form action={instructHref({ request })} submit="Envoyer">
        <TextArea
          name="body"
          label="Écrire au demandeur"
          hint={
            request.requesterId === null && request.applicantPhone !== null
              ? 'Sans compte, le demandeur le reçoit par SMS, 250 lettres au plus, et peut y répondre.'
              : undefined
          }
          value={values.body}
          error={errors.body}
          rows={4}
        />
        <Checkbox
          name="isNote"
          label="Note interne : le demandeur ne la lit pas"
          value={values.isNote}
        />
      </Form>
    </section>
  )
}
