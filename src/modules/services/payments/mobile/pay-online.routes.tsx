/** Whoever asked pays by mobile money: a page of ours before and after, the gateway's in between, and its notices. */
import { createHash } from 'node:crypto'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, json, page, type Redirect, seeOther } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { type Asked, loadAsked, placesOf, requestPath } from '../../requests/load-request.ts'
import type { Request } from '../../requests/request.lifecycle.ts'
import { requestPolicy } from '../../requests/request.policy.ts'
import { getRequest } from '../../requests/request.queries.ts'
import { beginAttempt, openAtGateway, settleAttempt } from './attempt.actions.ts'
import { type Attempt, getAttempt } from './attempt.queries.ts'
import { type Gateway, GatewayFault } from './gateway.types.ts'
import { openGateway } from './open-gateway.ts'

const silent =
  'L’opérateur ne répond pas. Rien n’a été débité : réessayez plus tard, ou payez au guichet.'

export const payOnlineEndpoint = endpoint(`${requestPath}/payer`, {
  method: 'POST',
  limit: { points: 30, seconds: 60 },
  load: (params: { requestId: string }, context: Context) => loadAsked(params, context),
  allow: (actor, { request }: Asked) => requestPolicy.answer(actor, request),
  reply: async ({ request }, context) => {
    const { platform } = context
    const gateway = needGateway(context)
    const id = await beginAttempt(context, request, gateway)
    return () =>
      orSilent(placesOf(request).href, async () => {
        await openAtGateway(platform, gateway, id)
        return seeOther(attemptHref(id))
      })
  },
})

const attemptHref = (id: string) => `/paiements/essais/${id}`

function needGateway({ platform }: Pick<Context, 'platform'>): Gateway {
  const gateway = openGateway(platform.config)
  if (!gateway) throw new NotFound()
  return gateway
}

/** A gateway that is down must not look like a fault of ours, nor lose anybody's way. */
async function orSilent(back: string, work: () => Promise<Redirect>): Promise<Redirect> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof GatewayFault) return seeOther(back, silent, 'error')
    throw error
  }
}

interface OneAttempt {
  readonly attempt: Attempt
  readonly request: Request
}

async function loadAttempt(
  { attemptId }: { attemptId: string },
  { db }: Context,
): Promise<OneAttempt> {
  const attempt = await getAttempt(db, attemptId)
  return { attempt, request: await getRequest(db, attempt.requestId) }
}

const mayFollow = (actor: Context['actor'], { request }: OneAttempt) =>
  requestPolicy.answer(actor, request)

/** Where the gateway sends the browser back: what comes with it is not read. */
export const showAttemptPage = page('/paiements/essais/:attemptId', {
  load: loadAttempt,
  allow: mayFollow,
  view: (one) => <ShowAttempt {...one} />,
})

function ShowAttempt({ attempt, request }: OneAttempt) {
  const { id, status, url, amount } = attempt
  const back = placesOf(request)
  return (
    <Page
      title="Payer par mobile money"
      kicker={request.reference}
      breadcrumbs={[{ label: request.reference ?? '', href: back.href }]}
    >
      <p>{t('À payer : {amount}, une seule fois.', { amount: formatMoney(amount) })}</p>
      <AttemptState attempt={attempt} />
      <Actions>
        {status === 'pending' && url && <ButtonLink href={url}>Payer chez FedaPay</ButtonLink>}
        {status === 'pending' && (
          <ActionButton action={`${attemptHref(id)}/verifier`} label="J’ai payé : vérifier" />
        )}
        <ButtonLink kind="quiet" href={back.href}>
          Revenir à la demande
        </ButtonLink>
      </Actions>
    </Page>
  )
}

const states = {
  pending: {
    kind: 'info',
    title: 'Paiement en attente',
    text: 'Payez sur la page de l’opérateur, puis revenez ici. Le paiement se confirme de lui-même en quelques minutes.',
  },
  paid: { kind: 'success', title: 'Payé', text: 'La quittance est dans votre demande.' },
  failed: {
    kind: 'danger',
    title: 'Le paiement n’a pas abouti',
    text: 'Rien n’a été encaissé. Recommencez depuis la demande, ou payez au guichet.',
  },
  duplicate: {
    kind: 'warning',
    title: 'Paiement à rembourser',
    text: 'La demande était déjà payée, ou la somme reçue n’est pas celle demandée : la mairie doit vous rembourser.',
  },
} as const

function AttemptState({ attempt }: Pick<OneAttempt, 'attempt'>) {
  const { kind, title, text } = states[attempt.status]
  return (
    <Notice kind={kind} title={title}>
      <p>{t(text)}</p>
    </Notice>
  )
}

export const checkAttemptEndpoint = endpoint('/paiements/essais/:attemptId/verifier', {
  method: 'POST',
  limit: { points: 20, seconds: 60 },
  load: loadAttempt,
  allow: mayFollow,
  reply: ({ attempt }, context) => {
    const { platform, now } = context
    const gateway = needGateway(context)
    const href = attemptHref(attempt.id)
    return () =>
      orSilent(href, async () => {
        await settleAttempt(platform, gateway, attempt, now)
        return seeOther(href)
      })
  },
})

/** A notice only says where to look: the gateway is asked. Signed or not, the same again changes nothing. */
export const noticeEndpoint = endpoint('/paiements/fedapay', {
  method: 'POST',
  isCsrfExempt: true,
  limit: { points: 300, seconds: 60 },
  load: (_: unknown, context: Context) => needGateway(context),
  allow: everyone,
  reply: (gateway, { rawBody, headers, platform, now }) => {
    const signature = headers['x-fedapay-signature']
    const notice = gateway.readNotice(rawBody ?? '', [signature].flat()[0], now)
    if (!notice) return json({ error: 'signature' }, 403)
    const { reference, event } = notice
    return async () => {
      const attempt = await writeAs(platform.db, system, async (db) => {
        await keepNotice(db, { gateway, reference, event, rawBody: rawBody ?? '', now })
        return reference === null ? undefined : findByReference(db, gateway, reference)
      })
      if (attempt) await settleAttempt(platform, gateway, attempt, now)
      return json({ received: true })
    }
  },
})

interface Kept {
  readonly gateway: Gateway
  readonly reference: string | null
  readonly event: string
  readonly rawBody: string
  readonly now: Date
}

async function keepNotice(
  db: Db,
  { gateway, reference, event, rawBody, now }: Kept,
): Promise<void> {
  const digest = createHash('sha256').update(rawBody).digest('hex')
  await db
    .insertInto('services.paymentNotice')
    .values({
      digest,
      gateway: gateway.name,
      gatewayReference: reference,
      said: event,
      receivedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function findByReference(db: Db, gateway: Gateway, reference: string) {
  return db
    .selectFrom('services.paymentAttempt')
    .select(['id', 'gatewayReference'])
    .where('gateway', '=', gateway.name)
    .where('gatewayReference', '=', reference)
    .executeTakeFirst()
}
