/** An amendment read with its differences, signed by both sides, or refused. */

import { signPages } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Difference,
  Page,
  Tag,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { listSignatures, type Signature } from '../signatures/signature.queries.ts'
import { SignatureList } from '../signatures/signature-list.view.tsx'
import { agreementPolicy } from './agreement.policy.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import type { FullAgreement } from './agreement.schema.ts'
import type { PartyNames } from './agreement-text.rules.ts'
import { refuseAmendment, signAmendment } from './amendment.actions.ts'
import { bindsSide } from './amendment.lifecycle.ts'
import { type Amendment, getAmendment } from './amendment.queries.ts'
import { amendmentLabels } from './amendment-list.view.tsx'
import { hashAmendment } from './amendment-text.rules.ts'
import { addressOf, proposeAmendmentPage } from './propose-amendment.page.tsx'

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
      <p>
        <a href={`${base}/avenant.pdf`}>{t('L’avenant en PDF')}</a>
      </p>
      {amendment.status === 'proposed' && bindsSide(actor, amendment) && (
        <Actions>
          {!hasSigned && agreementPolicy.amend(actor, full.agreement) && (
            <ButtonLink href={`${base}/signer`}>Signer l’avenant</ButtonLink>
          )}
          <ButtonLink kind="quiet" href={`${base}/refuser`}>
            Refuser
          </ButtonLink>
        </Actions>
      )}
      <AmendmentText amendment={amendment} />
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

function AmendmentText({ amendment }: Pick<Shown, 'amendment'>) {
  const { amount, endsOn, clauses } = amendment.changes
  const formatEnd = (day: string | null) => (day ? formatDate(day) : t('À convenir'))
  return (
    <section>
      <h2>{t('Ce qui change')}</h2>
      <DefinitionList
        items={[
          ...(amount ? [toChange('Montant total', formatMoney, amount)] : []),
          ...(endsOn ? [toChange('Fin', formatEnd, endsOn)] : []),
        ]}
      />
      {clauses.map(({ key, title, before, body }) => (
        <article key={key}>
          <h3>{title}</h3>
          <Difference pieces={compareTexts(before, body)} />
        </article>
      ))}
    </section>
  )
}

function toChange<Value>(
  term: string,
  format: (value: Value) => string,
  { before, after }: { readonly before: Value; readonly after: Value },
) {
  const values = { before: format(before), after: format(after) }
  return { term, value: t('{after}, au lieu de {before}', values) }
}

const signAmendmentPages = signPages<Shown>(
  '/espace/conventions/:agreementId/avenants/:amendmentId/signer',
  {
    load: loadShown,
    allow: (actor, { full, amendment }) =>
      agreementPolicy.amend(actor, full.agreement) && amendment.status === 'proposed',
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
    view: ({ amendment }) => <AmendmentText amendment={amendment} />,
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
