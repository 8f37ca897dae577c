/** A request as whoever asked reads it: where it stands, whose turn it is, what was written, and its receipt. */
import { z } from 'zod'
import { listPersonNames } from '#modules/identity/index.ts'
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Details,
  Form,
  Notice,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { type Act, listActsOfRequest } from '../acts/act.queries.ts'
import { paperOf } from '../acts/act-paper.routes.ts'
import { type FormWorld, listFormCommunes } from '../forms/form-facts.queries.ts'
import { FormReading } from '../forms/form-reading.view.tsx'
import type { Gateway } from '../payments/mobile/gateway.types.ts'
import { gatewayBrands } from '../payments/mobile/gateway-brands.ts'
import { openGateways } from '../payments/mobile/open-gateway.ts'
import { findDue } from '../payments/payment.actions.ts'
import { listPaymentsOfRequest, type Payment } from '../payments/payment.queries.ts'
import { PaymentLines } from '../payments/payment-lines.view.tsx'
import { walkForm } from '../procedures/visible.rules.ts'
import { writeMessage } from './instruct-request.actions.ts'
import { type Asked, loadAsked, requestPath } from './load-request.ts'
import { tellOfMessage } from './request.messages.ts'
import { requestPolicy } from './request.policy.ts'
import {
  Decision,
  Messages,
  RequestFacts,
  RequestHistory,
  RequestStatusTag,
} from './request-body.view.tsx'
import { listKeptFields } from './request-files.ts'
import {
  listMessages,
  listRequestHistory,
  type RequestHistoryLine,
  type RequestMessage,
} from './thread.queries.ts'

interface Shown extends Asked {
  readonly communes: FormWorld['communes']
  readonly messages: readonly RequestMessage[]
  readonly history: readonly RequestHistoryLine[]
  readonly names: ReadonlyMap<string, string>
  readonly keptFields: ReadonlySet<string>
  readonly acts: readonly Act[]
  readonly payments: readonly Payment[]
  readonly gateways: readonly Pick<Gateway, 'name'>[]
}

const Message = z.object({ body: fields.text({ max: 4000, missing: 'Écrivez votre message' }) })

export const showRequestPage = form(requestPath, {
  load: loadShown,
  allow: (actor, { request }) => requestPolicy.answer(actor, request),
  input: Message,
  invalid: (shown, submission, { now }) => (
    <ShowRequest {...shown} {...submission} today={toDay(now)} />
  ),
  valid: async ({ request, base }, { body }, context) => {
    await writeMessage(context, request, 'message', body)
    await tellOfMessage(context, request, { from: 'citizen' })
    return seeOther(`${base}#messages`, 'Le message est envoyé.')
  },
})

async function loadShown(params: { requestId: string }, context: Context): Promise<Shown> {
  const { db } = context
  const asked = await loadAsked(params, context)
  const messages = await listMessages(db, asked.request.id)
  return {
    ...{ ...asked, messages },
    communes: await listFormCommunes(db, asked.definition),
    history: await listRequestHistory(db, asked.request.id),
    keptFields: await listKeptFields(db, asked.request.id),
    acts: await listActsOfRequest(db, asked.request.id),
    payments: await listPaymentsOfRequest(db, asked.request.id),
    gateways: openGateways(context.platform.config),
    names: await listPersonNames(
      db,
      messages.map(({ authorId }) => authorId),
    ),
  }
}

type Props = Shown & Submission<z.infer<typeof Message>> & { readonly today: string }

function ShowRequest(props: Props) {
  const { request, definition, answers, commune, communes, history, today, errors } = props
  const isDraft = request.status === 'draft'
  return (
    <Page
      title={definition.title}
      kicker={[request.reference, commune.name].filter(Boolean).join(', ')}
      errors={errors}
      breadcrumbs={[{ label: 'Mes demandes', href: '/demandes' }]}
    >
      <p class="tags">
        <RequestStatusTag request={request} />
      </p>
      <Decision request={request} />
      {isDraft ? <Unsent {...props} /> : <RequestFacts request={request} today={today} />}
      <Papers {...props} />
      <PaymentLines payments={props.payments} />
      <Completion {...props} />
      <Acts {...props} />
      {!isDraft && <Conversation {...props} />}
      {!isDraft && (
        <>
          <h2>{t('Ce qui s’est passé')}</h2>
          <RequestHistory history={history} />
          <Details summary="Vos réponses">
            <FormReading
              definition={definition}
              answers={answers}
              communes={communes}
              files={{ at: `${props.base}/fichiers`, kept: props.keptFields }}
            />
          </Details>
        </>
      )}
    </Page>
  )
}

/** An act that was withdrawn is no longer to be shown to anybody. */
function Papers({ acts }: Props) {
  const holding = acts.filter(({ revokedAt }) => revokedAt === null)
  if (holding.length === 0) return null
  return (
    <Notice kind="success" title="Votre document est prêt">
      <ul>
        {holding.map((act) => (
          <li key={act.id}>
            <a href={paperOf(act)}>{act.title}</a>, {act.reference}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Unsent({ definition, answers, base }: Props) {
  const [first] = walkForm(definition, answers).pages
  return (
    <>
      <p>{t('Cette demande n’est pas encore envoyée.')}</p>
      <Actions>
        {first && (
          <ButtonLink href={`${base}/ecrans/${first.page.code}`}>Continuer ma demande</ButtonLink>
        )}
        <ButtonLink kind="quiet" href={`${base}/relecture`}>
          Relire
        </ButtonLink>
      </Actions>
    </>
  )
}

/** What the town hall asks for, and where to answer it. */
function Completion({ request, messages, definition, answers, base }: Props) {
  if (request.status !== 'incomplete') return null
  const asked = messages.filter(({ kind }) => kind === 'completion').at(-1)
  const screens = walkForm(definition, answers).pages.map(({ page }) => page)
  return (
    <Notice kind="warning" title="La mairie vous demande de compléter">
      <p class="prose typed">{asked?.body}</p>
      <ul>
        {screens.map(({ code, label }) => (
          <li key={code}>
            <a href={`${base}/ecrans/${code}`}>{t('Modifier « {label} »', { label })}</a>
          </li>
        ))}
      </ul>
      <ButtonLink href={`${base}/relecture`}>Relire et renvoyer</ButtonLink>
    </Notice>
  )
}

function Acts({ request, base, payments, gateways }: Props) {
  const { status, reference } = request
  const due = findDue(request, payments)
  const mayWithdraw = ['received', 'inReview', 'incomplete'].includes(status)
  if (status === 'draft') return null
  return (
    <Actions>
      {due &&
        gateways.map(({ name }) => (
          <ActionButton
            key={name}
            kind="primary"
            action={`${base}/payer/${name}`}
            label={tellPaying(due.total, gateways.length > 1 ? gatewayBrands[name] : null)}
          />
        ))}
      <ButtonLink kind="quiet" href={`${base}/recepisse.pdf`} download={`${reference}.pdf`}>
        Récépissé
      </ButtonLink>
      {mayWithdraw && (
        <ActionButton
          action={`${base}/retirer`}
          label="Retirer ma demande"
          kind="danger"
          confirm="La mairie ne l’examinera plus. Pour demander de nouveau, il faudra recommencer."
        />
      )}
    </Actions>
  )
}

function tellPaying(total: number, gateway: string | null): string {
  const amount = formatMoney(total)
  return gateway === null
    ? t('Payer {amount} par mobile money', { amount })
    : t('Payer {amount} par mobile money, chez {gateway}', { amount, gateway })
}

function Conversation({ messages, commune, names, base, values, errors }: Props) {
  return (
    <section id="messages">
      <h2>{t('Messages')}</h2>
      <Messages messages={messages} side="citizen" communeName={commune.name} names={names} />
      <Form action={base} submit="Envoyer">
        <TextArea
          name="body"
          label="Écrire à la mairie"
          value={values.body}
          error={errors.body}
          rows={4}
        />
      </Form>
    </section>
  )
}
