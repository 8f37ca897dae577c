/** Giving money back, with why: from the cash box, or by the gateway it came through. */
import { z } from 'zod'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import type { Request } from '../requests/request.lifecycle.ts'
import { getRequest } from '../requests/request.queries.ts'
import { type Attempt, attemptPolicy } from './mobile/attempt.lifecycle.ts'
import { findAttemptOfPayment, getAttempt } from './mobile/attempt.queries.ts'
import { gatewayBrands } from './mobile/gateway-brands.ts'
import { askReturn, canGiveBack, handBack } from './mobile/give-back.actions.ts'
import { refundPayment } from './payment.actions.ts'
import { paymentPolicy } from './payment.policy.ts'
import { getPayment, type Payment } from './payment.queries.ts'

interface Returning {
  readonly request: Request
  readonly amount: number
  /** The gateway that can give it back by itself. */
  readonly gateway: string | null
}

interface ReturningPayment extends Returning {
  readonly payment: Payment
  readonly attempt: Attempt | undefined
}

interface ReturningAttempt extends Returning {
  readonly attempt: Attempt
}

const ways = ['gateway', 'counter'] as const
const Return = z.object({
  reason: fields.text({ min: 20, max: 2000, missing: 'Indiquez le motif' }),
  way: fields.choice(ways).default('counter'),
})
type Return = z.infer<typeof Return>

export const refundPaymentPage = form('/espace/paiements/:paymentId/rembourser', {
  load: async (
    { paymentId }: { paymentId: string },
    context: Context,
  ): Promise<ReturningPayment> => {
    const payment = await getPayment(context.db, paymentId)
    const attempt = await findAttemptOfPayment(context.db, paymentId)
    return {
      ...{ payment, attempt, amount: payment.amount },
      request: await getRequest(context.db, payment.requestId),
      gateway: attempt ? findReturner(context, attempt) : null,
    }
  },
  allow: (actor, { payment }) => paymentPolicy.refund(actor, payment),
  input: Return,
  initial: ({ gateway }) => ({ way: gateway ? 'gateway' : 'counter' }),
  invalid: (returning, submission) => <GiveBack {...returning} {...submission} />,
  valid: async ({ payment, attempt, request }, sent, context) => {
    if (attempt) await returnBy(context, attempt, sent)
    else await refundPayment(context, payment, sent.reason)
    return seeOther(`/espace/demandes/${request.id}`, saidOf(sent))
  },
})

/** Money that settled nothing, or that the gateway would not give back. */
export const returnAttemptPage = form('/espace/paiements/essais/:attemptId/rendre', {
  load: async (
    { attemptId }: { attemptId: string },
    context: Context,
  ): Promise<ReturningAttempt> => {
    const attempt = await getAttempt(context.db, attemptId)
    return {
      ...{ attempt, amount: attempt.amount, gateway: findReturner(context, attempt) },
      request: await getRequest(context.db, attempt.requestId),
    }
  },
  allow: (actor, { attempt }) => attemptPolicy.handBack(actor, attempt),
  input: Return,
  initial: ({ gateway }) => ({ way: gateway ? 'gateway' : 'counter' }),
  invalid: (returning, submission) => <GiveBack {...returning} {...submission} />,
  valid: async ({ attempt }, sent, context) => {
    await returnBy(context, attempt, sent)
    return seeOther('/espace/recettes/mobile-money', saidOf(sent))
  },
})

function findReturner({ platform }: Context, attempt: Attempt): string | null {
  return canGiveBack(platform, attempt) ? gatewayBrands[attempt.gateway] : null
}

function returnBy(context: Context, attempt: Attempt, { way, reason }: Return): Promise<void> {
  return way === 'gateway'
    ? askReturn(context, attempt, reason)
    : handBack(context, attempt, reason)
}

function saidOf({ way }: Return): string {
  return way === 'gateway'
    ? 'Le remboursement est demandé à l’opérateur : sa réponse s’inscrit ici dans les minutes qui viennent.'
    : 'Le remboursement est enregistré.'
}

function GiveBack(props: Returning & Submission<Return>) {
  const { request, amount, gateway, values, errors } = props
  const back = { href: `/espace/demandes/${request.id}`, label: request.reference ?? '' }
  return (
    <Page title="Rembourser le paiement" errors={errors} breadcrumbs={[back]}>
      <p>{t('À rendre : {amount}', { amount: formatMoney(amount) })}</p>
      <Form
        submit="Rembourser le paiement"
        danger
        secondary={{ label: 'Annuler', href: back.href }}
      >
        {gateway && (
          <RadioGroup
            name="way"
            label="Comment le rendre"
            options={[
              { value: 'gateway', label: t('Par {gateway}, sur le téléphone', { gateway }) },
              { value: 'counter', label: 'Au guichet, de la caisse' },
            ]}
            value={values.way}
            error={errors.way}
          />
        )}
        <TextArea
          name="reason"
          label="Pourquoi le rembourser"
          hint={
            gateway
              ? 'La quittance reste au journal des recettes, avec ce motif.'
              : 'L’argent est rendu au guichet ; la quittance reste au journal des recettes, avec ce motif.'
          }
          value={values.reason}
          error={errors.reason}
          rows={5}
        />
      </Form>
    </Page>
  )
}
