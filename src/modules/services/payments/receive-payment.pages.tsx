/** Taking money at the counter, and printing its receipt. */
import { z } from 'zod'
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { listPersonNames } from '#modules/identity/index.ts'
import { pdfRoute } from '#platform/documents.ts'
import { NotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Money, Page, Table, TextField } from '#web/components/index.tsx'
import { instructCrumbs, instructHref, instructPath } from '../requests/load-instructed.ts'
import { type Asked, loadAsked } from '../requests/load-request.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import { getRequest } from '../requests/request.queries.ts'
import { findDue, receiveAtCounter } from './payment.actions.ts'
import { paymentPolicy } from './payment.policy.ts'
import { getPayment, listPaymentsOfRequest, type Payment } from './payment.queries.ts'
import { writeQuittance } from './quittance.paper.ts'

interface Receiving extends Asked {
  readonly due: NonNullable<ReturnType<typeof findDue>>
}

const Receipt = z.object({
  payer: fields.text({ max: 200, missing: 'Indiquez qui paie' }),
})

export const receivePaymentPage = form(`${instructPath}/encaisser`, {
  load: async (params: { requestId: string }, context: Context): Promise<Receiving> => {
    const asked = await loadAsked(params, context)
    const due = findDue(asked.request, await listPaymentsOfRequest(context.db, asked.request.id))
    if (!due) throw new NotFound()
    return { ...asked, due }
  },
  allow: (actor, { request }) => paymentPolicy.receive(actor, request),
  input: Receipt,
  initial: ({ request }) => ({ payer: request.applicantName ?? '' }),
  invalid: (receiving, submission) => <ReceivePayment {...receiving} {...submission} />,
  valid: async (receiving, { payer }, context) => {
    const { quittance } = await receiveAtCounter(context, receiving.request, payer)
    return seeOther(
      instructHref(receiving),
      t('Le paiement est encaissé. Remettez la quittance {quittance}.', { quittance }),
    )
  },
})

function ReceivePayment(props: Receiving & Submission<z.infer<typeof Receipt>>) {
  const { due, values, errors } = props
  return (
    <Page title="Encaisser au guichet" errors={errors} breadcrumbs={instructCrumbs(props)}>
      <Table
        caption="Ce qui est dû"
        columns={[
          { key: 'label', label: 'Tarif' },
          { key: 'quantity', label: 'Nombre', numeric: true },
          { key: 'amount', label: 'Montant', numeric: true },
        ]}
        rows={due.lines.map(({ tariff, quantity, amount }) => ({
          label: <span lang="fr">{tariff.label}</span>,
          quantity,
          amount: formatMoney(amount),
        }))}
      />
      <p class="strong">
        {t('Total')} <Money amount={due.total} />
      </p>
      <Form
        submit={t('Encaisser {amount}', { amount: formatMoney(due.total) })}
        secondary={{ label: 'Annuler', href: instructHref(props) }}
      >
        <TextField name="payer" label="Qui paie" value={values.payer} error={errors.payer} />
      </Form>
    </Page>
  )
}

interface OnePayment {
  readonly payment: Payment
  readonly request: Request
}

async function loadPayment(
  { paymentId }: { paymentId: string },
  { db }: Context,
): Promise<OnePayment> {
  const payment = await getPayment(db, paymentId)
  return { payment, request: await getRequest(db, payment.requestId) }
}

export const quittanceRoute = pdfRoute('/paiements/:paymentId/quittance.pdf', {
  load: loadPayment,
  allow: (actor, { payment }) =>
    paymentPolicy.receive(actor, payment) ||
    (payment.requesterId !== null && payment.requesterId === actor.id),
  write: async ({ payment, request }, { db }) => {
    const names = await listPersonNames(db, [payment.receivedBy])
    return writeQuittance({
      ...{ payment, about: request, receiver: names.get(payment.receivedBy ?? '') ?? null },
      issuer: await getCommuneIssuer(db, payment.communeId),
    })
  },
})
