/** Where either side proposes an amendment: only what differs from the agreement is kept. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  Details as Fold,
  Form,
  MoneyField,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { agreementPolicy } from './agreement.policy.ts'
import { getFullAgreement } from './agreement.queries.ts'
import type { FullAgreement } from './agreement.schema.ts'
import { proposeAmendment } from './amendment.actions.ts'
import { isEmpty, listChanges } from './amendment-text.rules.ts'

const mostClauses = 60
const Proposed = z.object({
  reason: fields.text({ min: 20, max: 2000, missing: 'Dites pourquoi la convention change' }),
  amount: fields.optionalMoney(),
  endsOn: fields.optionalDay(),
  ...(Object.fromEntries(
    Array.from({ length: mostClauses }, (_, index) => [
      `body${index + 1}`,
      fields.optionalText(10_000),
    ]),
  ) as Record<`body${number}`, z.ZodType<string>>),
})

async function loadFull({ agreementId }: { agreementId: string }, { db }: Context) {
  const full = await getFullAgreement(db, agreementId)
  return { ...full, clauses: full.clauses.filter(({ isRemoved }) => !isRemoved) }
}

export const addressOf = ({ agreement }: FullAgreement) => `/espace/conventions/${agreement.id}`

export const proposeAmendmentPage = form('/espace/conventions/:agreementId/avenant', {
  load: loadFull,
  allow: (actor, { agreement }) => agreementPolicy.amend(actor, agreement),
  input: Proposed,
  initial: ({ agreement, clauses }) => ({
    amount: agreement.amount,
    endsOn: agreement.endsOn,
    ...Object.fromEntries(clauses.map(({ body }, index) => [`body${index + 1}`, body])),
  }),
  invalid: (full, submission) => <ProposeAmendment full={full} {...submission} />,
  valid: async (full, { reason, ...typed }, context) => {
    const changes = readChanges(full, typed)
    const { startsOn } = full.agreement
    if (changes.endsOn && startsOn && changes.endsOn.after <= startsOn)
      return refuse({ endsOn: 'La fin vient après le début' })
    if (isEmpty(changes)) return refuse({ form: 'Rien n’a changé : l’avenant serait vide.' })
    const amendment = await proposeAmendment(context, full.agreement, { reason, changes })
    return seeOther(
      `${addressOf(full)}/avenants/${amendment.id}`,
      'L’avenant est proposé. Les deux parties doivent le signer.',
    )
  },
})

function readChanges(full: FullAgreement, typed: Readonly<Record<string, unknown>>) {
  const { amount, endsOn } = typed as { amount: number | null; endsOn: string | null }
  const bodies = full.clauses.map(
    ({ key }, index) => [key, (typed[`body${index + 1}`] as string | undefined) ?? ''] as const,
  )
  return listChanges(full, { amount, endsOn, bodies: new Map(bodies) })
}

function ProposeAmendment({
  full,
  values,
  errors,
}: Submission<z.infer<typeof Proposed>> & { full: FullAgreement }) {
  const { agreement, clauses } = full
  const typed = values as Record<string, string | undefined>
  return (
    <Page
      title="Proposer un avenant"
      errors={errors}
      breadcrumbs={[{ label: agreement.title, href: addressOf(full) }]}
    >
      <Form
        action={`${addressOf(full)}/avenant`}
        submit="Proposer l’avenant"
        secondary={{ label: 'Annuler', href: addressOf(full) }}
      >
        <TextArea
          name="reason"
          label="Pourquoi"
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
        <MoneyField
          name="amount"
          label="Montant total"
          value={typed.amount}
          error={errors.amount}
        />
        <DateField name="endsOn" label="Fin" value={typed.endsOn} error={errors.endsOn} />
        <h2>{t('Clauses à modifier')}</h2>
        {clauses.map(({ key, title }, index) => (
          <Fold key={key} summary={`${index + 1}. ${title}`}>
            <TextArea
              name={`body${index + 1}`}
              label={title}
              value={typed[`body${index + 1}`]}
              rows={8}
              required={false}
            />
          </Fold>
        ))}
      </Form>
    </Page>
  )
}
