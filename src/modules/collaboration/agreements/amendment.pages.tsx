/** Where an amendment is proposed, read with its differences, signed by both sides, or refused. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  fields,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DateField,
  Difference,
  Details as Fold,
  Form,
  MoneyField,
  Page,
  Tag,
  TextArea,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { signPages } from '../signatures/sign-pages.tsx'
import { listSignatures, type Signature } from '../signatures/signature.queries.ts'
import { SignatureList } from '../signatures/signature-list.view.tsx'
import { compareTexts } from '../texts/text-difference.rules.ts'
import { agreementPolicy } from './agreement.policy.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import type { FullAgreement } from './agreement.schema.ts'
import type { PartyNames } from './agreement-text.rules.ts'
import {
  hashAmendment,
  proposeAmendment,
  refuseAmendment,
  signAmendment,
} from './amendment.actions.ts'
import { bindsSide } from './amendment.lifecycle.ts'
import { type Amendment, type AmendmentChanges, getAmendment } from './amendment.queries.ts'
import { amendmentLabels } from './amendment-list.view.tsx'

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

const loadFull = ({ agreementId }: { agreementId: string }, { db }: Context) =>
  getFullAgreement(db, agreementId)
const addressOf = ({ agreement }: FullAgreement) => `/espace/conventions/${agreement.id}`

const proposeAmendmentPage = form('/espace/conventions/:agreementId/avenant', {
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
    if (isEmpty(changes)) return refuse({ form: 'Rien n’a changé : l’avenant serait vide.' })
    const amendment = await proposeAmendment(context, full.agreement, { reason, changes })
    return seeOther(
      `${addressOf(full)}/avenants/${amendment.id}`,
      'L’avenant est proposé. Les deux parties doivent le signer.',
    )
  },
})

/** Only what differs from the agreement as it stands. */
function readChanges(
  { agreement, clauses }: FullAgreement,
  typed: Readonly<Record<string, unknown>>,
): AmendmentChanges {
  const { amount, endsOn } = typed as { amount: number | null; endsOn: string | null }
  return {
    ...(amount !== null && amount !== agreement.amount && { amount }),
    ...(endsOn !== null && endsOn !== agreement.endsOn && { endsOn }),
    clauses: clauses.flatMap(({ key, body }, index) => {
      const typedBody = typed[`body${index + 1}`] as string | undefined
      return typedBody && typedBody !== body ? [{ key, body: typedBody }] : []
    }),
  }
}

const isEmpty = ({ amount, endsOn, clauses }: AmendmentChanges) =>
  amount === undefined && endsOn === undefined && clauses.length === 0

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
        {clauses.map(({ key, position, title }, index) => (
          <Fold key={key} summary={`${position}. ${title}`}>
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

interface Shown {
  readonly full: FullAgreement
  readonly names: PartyNames
  readonly amendment: Amendment
  readonly signatures: readonly Signature[]
}

interface Params {
  readonly agreementId: string
  readonly amendmentId: string
}

async function loadShown({ agreementId, amendmentId }: Params, { db }: Context): Promise<Shown> {
  const full = await getFullAgreement(db, agreementId)
  return {
    full,
    names: await getPartyNames(db, full.agreement),
    amendment: await getAmendment(db, agreementId, amendmentId),
    signatures: await listSignatures(db, 'amendment', amendmentId),
  }
}

const showAmendmentPage = page('/espace/conventions/:agreementId/avenants/:amendmentId', {
  load: loadShown,
  allow: (actor, { full }) => agreementPolicy.read(actor, full.agreement),
  view: (shown, { actor }) => <ShowAmendment {...shown} actor={actor} />,
})

function ShowAmendment(shown: Shown & { actor: Actor }) {
  const { full, names, amendment, signatures, actor } = shown
  const { label, tone } = amendmentLabels[amendment.status]
  const base = `${addressOf(full)}/avenants/${amendment.id}`
  const hasSigned = signatures.some(
    ({ organisationId }) => organisationId === actor.organisation?.id,
  )
  return (
    <Page
      title={t('Avenant n° {number}', { number: amendment.number })}
      kicker={full.agreement.reference}
      breadcrumbs={[{ label: full.agreement.title, href: addressOf(full) }]}
    >
      <p>
        <Tag tone={tone}>{t(label)}</Tag>
      </p>
      <p class="prose">{amendment.reason}</p>
      {amendment.status === 'proposed' && bindsSide(actor, amendment) && (
        <Actions>
          {!hasSigned && <ButtonLink href={`${base}/signer`}>Signer l’avenant</ButtonLink>}
          <ButtonLink kind="quiet" href={`${base}/refuser`}>
            Refuser
          </ButtonLink>
        </Actions>
      )}
      <AmendmentText full={full} amendment={amendment} />
      <SignatureList
        signatures={signatures}
        names={
          new Map([
            [full.agreement.communeId, names.commune],
            [full.agreement.startupId, names.startup],
          ])
        }
      />
    </Page>
  )
}

/** Once signed, the agreement itself is the new text: what changed is shown against the framework’s wording of the proposal. */
function AmendmentText({ full, amendment }: Pick<Shown, 'full' | 'amendment'>) {
  const { changes, status } = amendment
  const bodyOf = (key: string) => full.clauses.find((clause) => clause.key === key)
  return (
    <section>
      <h2>{t('Ce qui change')}</h2>
      <ul>
        {changes.amount !== undefined && (
          <li>{t('Montant total : {amount}', { amount: formatMoney(changes.amount) })}</li>
        )}
        {changes.endsOn !== undefined && (
          <li>{t('Fin : {date}', { date: formatDate(changes.endsOn) })}</li>
        )}
      </ul>
      {changes.clauses.map(({ key, body }) => (
        <article key={key}>
          <h3>{bodyOf(key)?.title}</h3>
          <Difference
            pieces={
              status === 'proposed'
                ? compareTexts(bodyOf(key)?.body ?? '', body)
                : compareTexts(bodyOf(key)?.frameworkBody ?? '', body)
            }
          />
        </article>
      ))}
    </section>
  )
}

const signAmendmentPages = signPages<Shown>(
  '/espace/conventions/:agreementId/avenants/:amendmentId/signer',
  {
    load: loadShown,
    allow: (actor, { amendment }) => bindsSide(actor, amendment) && amendment.status === 'proposed',
    describe: ({ full, amendment }) => ({
      title: 'Signer l’avenant',
      back: {
        href: `${addressOf(full)}/avenants/${amendment.id}`,
        label: t('Avenant n° {number}', { number: amendment.number }),
      },
      documentSha256: hashAmendment(amendment, full.agreement),
      statement: 'En signant, vous modifiez la convention comme il est dit ci-dessous.',
      address: `${addressOf(full)}/avenants/${amendment.id}/signer`,
    }),
    view: (shown) => <AmendmentText {...shown} />,
    sign: ({ full, amendment }, proof, context) =>
      signAmendment(context, full.agreement, amendment, proof),
    done: 'Votre signature est gardée, avec sa preuve.',
  },
)

const refuseAmendmentPage = reasonForm(
  '/espace/conventions/:agreementId/avenants/:amendmentId/refuser',
  {
    load: loadShown,
    allow: (actor, { amendment }: Shown) =>
      bindsSide(actor, amendment) && amendment.status === 'proposed',
    back: ({ full }) => ({ href: addressOf(full), label: full.agreement.title }),
    title: 'Refuser l’avenant',
    label: 'Pourquoi',
    hint: 'L’autre partie le lira.',
    done: 'L’avenant est refusé. La convention ne change pas.',
    act: ({ full, amendment }, reason, context) =>
      refuseAmendment(context, full.agreement, amendment, reason),
  },
)

export const amendmentPages = [
  proposeAmendmentPage,
  showAmendmentPage,
  ...signAmendmentPages,
  refuseAmendmentPage,
]
