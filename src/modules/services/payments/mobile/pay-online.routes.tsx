/** Whoever asked pays by mobile money: a page of ours before and after, the gateway's in between, and its notices. */
import { createHash } from 'node:crypto'
import { system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, endpoint, json, page, type Redirect, seeOther } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { type Asked, loadAsked, placesOf, requestPath } from '../../requests/load-request.ts'
import type { Request } from '../../requests/request.lifecycle.ts'
import { requestPolicy } from '../../requests/request.policy.ts'
import { getRequest } from '../../requests/request.queries.ts'
import { beginAttempt, openAtGateway } from './attempt.actions.ts'
import type { Attempt } from './attempt.lifecycle.ts'
import { findNoticed, getAttempt } from './attempt.queries.ts'
import { type Gateway, GatewayFault, type Notice as GatewayNotice } from './gateway.types.ts'
import { gatewayBrands } from './gateway-brands.ts'
import { openGateway } from './open-gateway.ts'
import { settleAttempt } from './settle-attempt.ts'

/** As long as any gateway names its transactions. */
const longestReference = 100
const silent =
  'L’opérateur ne répond pas. Rien n’a été débité : réessayez plus tard, ou payez au guichet.'

interface Paying extends Asked {
  readonly gateway: Gateway
}

export const payOnlineEndpoint = endpoint(`${requestPath}/payer/:gateway`, {
  method: 'POST',
  limit: { points: 30, seconds: 60 },
  load: async (
    params: { requestId: string; gateway: string },
    context: Context,
  ): Promise<Paying> => ({
    ...(await loadAsked(params, context)),
    gateway: getGateway(context, params.gateway),
  }),
  allow: (actor, { request }) => requestPolicy.answer(actor, request),
  reply: async ({ request, gateway }, context) => {
    const id = await beginAttempt(context, request, gateway)
    return () =>
      orSilent(placesOf(request).href, async () => {
        await openPending(context, id)
        return seeOther(attemptHref(id))
      })
  },
})

/** The one under way may be at another gateway than the one just chosen. */
async function openPending({ platform }: Context, id: string): Promise<void> {
  const { gateway } = await readAs(platform.db, system, (db) => getAttempt(db, id))
  await openAtGateway(platform, getGateway({ platform }, gateway), id)
}

const attemptHref = (id: string) => `/paiements/essais/${id}`

function getGateway({ platform }: Pick<Context, 'platform'>, name: string): Gateway {
  const gateway = openGateway(platform.config, name)
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
  view: (one, { query }) => <ShowAttempt {...one} returned={readQueryText(query.transaction_id)} />,
})

interface ShownAttempt extends OneAttempt {
  /** The transaction that the browser says it comes back from: only something to ask the gateway about. */
  readonly returned: string
}

function ShowAttempt({ attempt, request, returned }: ShownAttempt) {
  const { id, status, url, amount } = attempt
  const gateway = gatewayBrands[attempt.gateway]
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
        {status === 'pending' && url && (
          <ButtonLink href={url}>{t('Payer chez {gateway}', { gateway })}</ButtonLink>
        )}
        {status === 'pending' && (
          <ActionButton
            action={`${attemptHref(id)}/verifier`}
            label="J’ai payé : vérifier"
            fields={{ transaction: returned.slice(0, longestReference) }}
          />
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
  returning: {
    kind: 'info',
    title: 'Remboursement demandé',
    text: 'La mairie a demandé à l’opérateur de vous rendre l’argent sur votre téléphone.',
  },
  returnRefused: {
    kind: 'warning',
    title: 'Paiement à rembourser',
    text: 'L’opérateur n’a pas pu vous rendre l’argent : la mairie vous le rend au guichet.',
  },
  returned: { kind: 'success', title: 'Remboursé', text: 'L’argent vous a été rendu.' },
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
  reply: ({ attempt }, { platform, now, fields }) => {
    const gateway = getGateway({ platform }, attempt.gateway)
    const reference = String(fields.transaction ?? '').slice(0, longestReference)
    const claim = reference === '' ? undefined : { reference, isVouched: false }
    const href = attemptHref(attempt.id)
    return () =>
      orSilent(href, async () => {
        await settleAttempt(platform, gateway, attempt, now, claim)
        return seeOther(href)
      })
  },
})

/** A notice only says where to look: the gateway is asked. Signed or not, the same again changes nothing. */
const noticeOf = (name: Gateway['name']) =>
  endpoint(`/paiements/${name}`, {
    method: 'POST',
    isCsrfExempt: true,
    limit: { points: 300, seconds: 60 },
    load: (_: unknown, context: Context) => getGateway(context, name),
    allow: everyone,
    reply: (gateway, { rawBody, headers, platform, now }) => {
      const notice = gateway.readNotice(rawBody ?? '', headers, now)
      if (!notice) return json({ error: 'signature' }, 403)
      return async () => {
        const attempt = await writeAs(platform.db, system, async (db) => {
          await keepNotice(db, { gateway, notice, rawBody: rawBody ?? '', now })
          return findNoticed(db, gateway.name, notice)
        })
        const { reference } = notice
        if (attempt && reference !== null)
          await settleAttempt(platform, gateway, attempt, now, { reference, isVouched: true })
        return json({ received: true })
      }
    },
  })

export const noticeEndpoints = [noticeOf('fedapay'), noticeOf('kkiapay')]

interface Kept {
  readonly gateway: Gateway
  readonly notice: GatewayNotice
  readonly rawBody: string
  readonly now: Date
}

async function keepNotice(db: Db, { gateway, notice, rawBody, now }: Kept): Promise<void> {
  const digest = createHash('sha256').update(rawBody).digest('hex')
  await db
    .insertInto('services.paymentNotice')
    .values({
      ...{ digest, gateway: gateway.name, gatewayReference: notice.reference },
      ...{ said: notice.event, receivedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
