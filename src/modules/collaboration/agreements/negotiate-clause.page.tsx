/** One clause, negotiated: its wordings with what each changed, a new one to propose, and the agreement to the present one. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  type Context,
  fields,
  form,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { ActionButton, Form, Hidden, Notice, Page, TextArea } from '#web/components/index.tsx'
import { agreementPolicy, sideOf } from './agreement.policy.ts'
import { getAgreement, getClause, getPartyNames, listWordings } from './agreement.queries.ts'
import type { Agreement, AgreementClause } from './agreement.schema.ts'
import { ClauseState } from './agreement-file.page.tsx'
import { type Negotiated, PresentWording, Wordings } from './clause-wordings.view.tsx'
import { agreeToClause, proposeWording } from './negotiate.actions.ts'

const Wording = z.object({
  body: fields.text({ min: 40, max: 10_000, missing: 'Écrivez la clause' }),
  comment: fields.optionalText(1000),
  version: fields.version(),
})

async function loadNegotiated(
  { agreementId, clauseId }: { agreementId: string; clauseId: string },
  { db }: Context,
): Promise<Negotiated> {
  const agreement = await getAgreement(db, agreementId)
  return {
    agreement,
    clause: await getClause(db, agreementId, clauseId),
    wordings: await listWordings(db, clauseId),
    names: await getPartyNames(db, agreement),
  }
}

const path = '/espace/conventions/:agreementId/clauses/:clauseId'
const addressOf = ({ agreement, clause }: Pick<Negotiated, 'agreement' | 'clause'>) =>
  `/espace/conventions/${agreement.id}/clauses/${clause.id}`

const changedMeanwhile =
  'L’autre partie vient de proposer une autre rédaction. La vôtre est gardée ci-dessous : comparez, puis proposez de nouveau.'

const negotiateClausePage = form(path, {
  load: loadNegotiated,
  allow: (actor, { agreement }) => agreementPolicy.propose(actor, agreement),
  input: Wording,
  initial: ({ clause }) => ({ body: clause.body, version: String(clause.version) }),
  invalid: (negotiated, submission, { actor }) => (
    <NegotiateClause {...negotiated} {...submission} actor={actor} />
  ),
  valid: async (negotiated, { body, comment, version }, context) => {
    const { agreement, clause } = negotiated
    if (body === clause.body && !clause.isRemoved)
      return refuse({ body: 'La rédaction est la même : changez-la' })
    return (await proposeWording(context, agreement, clause, { body, comment, version }))
      ? seeOther(addressOf(negotiated), 'Votre rédaction est proposée à l’autre partie.')
      : refuse({ form: changedMeanwhile })
  },
})

const agreeToClauseAction = action(`${path}/accord`, {
  load: loadNegotiated,
  allow: (actor, { agreement }) => agreementPolicy.accept(actor, agreement),
  input: z.object({ version: fields.version() }),
  back: addressOf,
  act: async ({ agreement, clause }, { version }, context) => {
    const agreed = await agreeToClause(context, agreement, clause, version)
    return agreed
      ? seeOther(`/espace/conventions/${agreement.id}`, 'Votre accord est donné à cette clause.')
      : refuse({ form: changedMeanwhile })
  },
})

const removeClauseAction = action(`${path}/retirer`, {
  load: loadNegotiated,
  allow: (actor, { agreement, clause }) =>
    agreementPolicy.propose(actor, agreement) && !clause.isMandatory,
  input: z.object({ version: fields.version() }),
  back: addressOf,
  act: async (negotiated, { version }, context) => {
    const { agreement, clause } = negotiated
    const removal = { body: clause.body, comment: '', version, isRemoved: true }
    return (await proposeWording(context, agreement, clause, removal))
      ? seeOther(addressOf(negotiated), 'Le retrait est proposé à l’autre partie.')
      : refuse({ form: changedMeanwhile })
  },
})

type Props = Negotiated & Submission<z.infer<typeof Wording>> & { actor: Actor }

function NegotiateClause(props: Props) {
  const { agreement, clause, wordings, actor, errors } = props
  const base = addressOf(props)
  return (
    <Page
      title={`${clause.position}. ${clause.title}`}
      kicker={agreement.reference}
      errors={errors}
      breadcrumbs={[
        { label: 'Conventions', href: '/espace/conventions' },
        { label: agreement.title, href: `/espace/conventions/${agreement.id}` },
      ]}
    >
      <p>
        <ClauseState {...clause} />
      </p>
      <PresentWording {...props} />
      {!hasAgreed(clause, actor, agreement) && agreementPolicy.accept(actor, agreement) && (
        <ActionButton
          action={`${base}/accord`}
          label="Accepter cette rédaction"
          kind="primary"
          fields={{ version: clause.version }}
        />
      )}
      {wordings.length > 0 && <Wordings {...props} />}
      <WordingForm {...props} />
      {!clause.isMandatory && !clause.isRemoved && (
        <ActionButton
          action={`${base}/retirer`}
          label="Proposer de retirer la clause"
          kind="quiet"
          fields={{ version: clause.version }}
          confirm="Elle ne sera plus du texte si l’autre partie l’accepte."
        />
      )}
    </Page>
  )
}

function WordingForm(props: Props) {
  const { agreement, clause, values, errors } = props
  const base = addressOf(props)
  return (
    <section>
      <h2>{t('Proposer une autre rédaction')}</h2>
      {clause.isMandatory && (
        <Notice kind="info">
          <p>{t('Clause obligatoire du cadre : elle s’adapte, elle ne se retire pas.')}</p>
        </Notice>
      )}
      <Form
        action={base}
        submit="Proposer"
        secondary={{ label: 'Retour', href: `/espace/conventions/${agreement.id}` }}
      >
        <Hidden name="version" value={String(clause.version)} />
        <TextArea
          name="body"
          label="Texte"
          hint="[montant], [début], [fin], [objet] sont remplis d’eux-mêmes."
          value={values.body}
          error={errors.body}
          rows={12}
        />
        <TextArea
          name="comment"
          label="Pourquoi"
          value={values.comment}
          error={errors.comment}
          rows={2}
          required={false}
        />
      </Form>
    </section>
  )
}

function hasAgreed(clause: AgreementClause, actor: Actor, agreement: Agreement): boolean {
  const at =
    sideOf(actor, agreement) === 'commune' ? clause.communeAgreedAt : clause.startupAgreedAt
  return at !== null
}

export const negotiateClausePages = [negotiateClausePage, agreeToClauseAction, removeClauseAction]
