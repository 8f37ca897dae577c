/** One clause, negotiated: its wordings with what each changed, a new one to propose, and the agreement to the present one. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
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
import {
  ActionButton,
  Difference,
  Form,
  Hidden,
  Notice,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { compareTexts } from '../texts/text-difference.rules.ts'
import { agreementPolicy, sideOf } from './agreement.policy.ts'
import { getAgreement, getClause, getPartyNames, listWordings } from './agreement.queries.ts'
import type { Agreement, AgreementClause, ClauseWording } from './agreement.schema.ts'
import { ClauseState } from './agreement-file.page.tsx'
import { fillClause, type PartyNames } from './agreement-text.rules.ts'
import { agreeToClause, proposeWording } from './negotiate.actions.ts'

const Wording = z.object({
  body: fields.text({ min: 40, max: 10_000, missing: 'Écrivez la clause' }),
  comment: fields.optionalText(1000),
  version: fields.version(),
})

interface Negotiated {
  readonly agreement: Agreement
  readonly clause: AgreementClause
  readonly wordings: readonly ClauseWording[]
  readonly names: PartyNames
}

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
    if (body === clause.body) return refuse({ body: 'La rédaction est la même : changez-la' })
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
    </Page>
  )
}

function PresentWording({ agreement, clause, names }: Negotiated) {
  return (
    <section>
      <h2>{t('Rédaction actuelle')}</h2>
      {clause.body === clause.frameworkBody ? (
        <>
          <p class="prose">{fillClause(clause.body, agreement, names)}</p>
          <p class="soft">{t('C’est celle de la convention-cadre.')}</p>
        </>
      ) : (
        <>
          <p class="soft">{t('Par rapport à la convention-cadre :')}</p>
          <Difference pieces={compareTexts(clause.frameworkBody, clause.body)} />
        </>
      )}
    </section>
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

function Wordings({ clause, wordings, agreement, names }: Negotiated) {
  const before = (index: number) => wordings[index - 1]?.body ?? clause.frameworkBody
  return (
    <section>
      <h2>{t('Les rédactions proposées')}</h2>
      {wordings.map(({ id, body, comment, organisationId, proposedAt }, index) => (
        <article key={id}>
          <p class="meta">
            <b>{organisationId === agreement.communeId ? names.commune : names.startup}</b> ·{' '}
            {formatDateTime(proposedAt)}
          </p>
          {comment && <p class="prose">{comment}</p>}
          <Difference pieces={compareTexts(before(index), body)} />
        </article>
      ))}
    </section>
  )
}

export const negotiateClausePages = [negotiateClausePage, agreeToClauseAction]
