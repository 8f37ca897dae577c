/** An agreement's file, for both sides: where it stands, its clauses, its signatures, its amendments, its history. */

import type { Actor } from '#platform/actor.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Notice,
  Page,
  Prose,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { listSignatures, type Signature } from '../signatures/signature.queries.ts'
import { SignatureList } from '../signatures/signature-list.view.tsx'
import {
  agreementSourceLabels,
  agreementStatusLabels,
  agreementStepLabels,
} from './agreement.labels.ts'
import { agreementPolicy } from './agreement.policy.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import type { Agreement, AgreementClause, FullAgreement } from './agreement.schema.ts'
import { AgreementActs } from './agreement-acts.view.tsx'
import { areDetailsComplete, isAgreed, type PartyNames, toText } from './agreement-text.rules.ts'
import { type Amendment, listAmendments } from './amendment.queries.ts'
import { AmendmentList } from './amendment-list.view.tsx'

interface File {
  readonly full: FullAgreement
  readonly names: PartyNames
  readonly signatures: readonly Signature[]
  readonly amendments: readonly Amendment[]
  readonly events: readonly HistoryLine[]
}

export const agreementFilePage = page('/espace/conventions/:agreementId', {
  load: ({ agreementId }: { agreementId: string }, context: Context) =>
    loadFile(agreementId, context),
  allow: (actor, { full }) => agreementPolicy.read(actor, full.agreement),
  view: (file, { actor }) => <AgreementFile {...file} actor={actor} />,
})

async function loadFile(agreementId: string, { db }: Context): Promise<File> {
  const full = await getFullAgreement(db, agreementId)
  return {
    full,
    names: await getPartyNames(db, full.agreement),
    signatures: await listSignatures(db, 'agreement', agreementId),
    amendments: await listAmendments(db, agreementId),
    events: await listHistory(db, 'collaboration.agreementEvent', { agreementId }),
  }
}

function AgreementFile(file: File & { actor: Actor }) {
  const { full, names, signatures, amendments, events, actor } = file
  const { agreement, clauses } = full
  const { label, tone } = agreementStatusLabels[agreement.status]
  const parties = toNames(agreement, names)
  return (
    <Page
      title={agreement.title}
      kicker={agreement.reference}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Conventions', href: '/espace/conventions' },
      ]}
    >
      <p class="meta">
        <Tag tone={tone}>{t(label)}</Tag> {`${names.commune} · ${names.startup}`}
      </p>
      {agreement.statusReason && (
        <Notice kind="warning" title="Motif indiqué">
          <p>{agreement.statusReason}</p>
        </Notice>
      )}
      {agreement.status === 'negotiating' && <Missing full={full} />}
      <AgreementActs full={full} actor={actor} signatures={signatures} />
      <Papers agreement={agreement} />
      <DefinitionList items={listFacts(agreement)} />
      <SignatureList
        signatures={signatures}
        names={toNames(agreement, names)}
        scanAddress={(id) => `/espace/conventions/${agreement.id}/signatures/${id}/document`}
      />
      {amendments.length > 0 && (
        <AmendmentList agreement={agreement} amendments={amendments} actor={actor} />
      )}
      {agreement.status === 'negotiating' ? (
        <ClauseTable agreement={agreement} clauses={clauses} />
      ) : (
        <AgreementText full={full} names={names} />
      )}
      <StepHistory
        lines={events}
        labels={agreementStepLabels}
        by={({ organisationId }) => parties.get(organisationId ?? '')}
      />
    </Page>
  )
}

/** Why the text cannot be fixed yet. */
function Missing({ full: { agreement, clauses } }: { full: FullAgreement }) {
  const left = clauses.filter((clause) => !isAgreed(clause)).length
  const hasDates = areDetailsComplete(agreement)
  if (left === 0 && hasDates) return null
  return (
    <Notice kind="info" title="Avant d’arrêter le texte">
      <ul>
        {!hasDates && <li>{t('Indiquez quand la convention commence et finit.')}</li>}
        {left > 0 && (
          <li>
            {t(
              '{count, plural, one {Une clause attend l’accord des deux parties.} other {# clauses attendent l’accord des deux parties.}}',
              { count: left },
            )}
          </li>
        )}
      </ul>
    </Notice>
  )
}

function Papers({ agreement }: { agreement: Agreement }) {
  return (
    <Actions>
      <ButtonLink kind="quiet" href={`/espace/conventions/${agreement.id}/convention.pdf`}>
        La convention en PDF
      </ButtonLink>
      <ButtonLink kind="quiet" href={`/espace/conventions/${agreement.id}/convention.docx`}>
        En Word
      </ButtonLink>
    </Actions>
  )
}

const toNames = ({ communeId, startupId }: Agreement, names: PartyNames) =>
  new Map([
    [communeId, names.commune],
    [startupId, names.startup],
  ])

function listFacts(agreement: Agreement) {
  const { purpose, amount, startsOn, endsOn, source } = agreement
  return [
    { term: 'Objet', value: <span class="prose">{purpose}</span> },
    { term: 'Montant', value: amount > 0 ? formatMoney(amount) : t('À convenir') },
    { term: 'Du', value: startsOn ? formatDate(startsOn) : t('À convenir') },
    { term: 'Au', value: endsOn ? formatDate(endsOn) : t('À convenir') },
    { term: 'Issue de', value: t(agreementSourceLabels[source]) },
  ]
}

const columns = [
  { key: 'title', label: 'Clause' },
  { key: 'wording', label: 'Rédaction' },
  { key: 'state', label: 'Accord' },
]

function ClauseTable({ agreement, clauses }: FullAgreement) {
  const agreed = clauses.filter(isAgreed).length
  return (
    <section>
      <h2>{t('Les clauses')}</h2>
      <p>{t('{agreed} clauses acquises sur {total}.', { agreed, total: clauses.length })}</p>
      <Table
        caption="Les clauses"
        isCaptionHidden
        columns={columns}
        rows={clauses.map((clause) => ({
          title: (
            <a href={`/espace/conventions/${agreement.id}/clauses/${clause.id}`}>
              {`${clause.position}. ${clause.title}`}
            </a>
          ),
          wording: t(nameWording(clause)),
          state: <ClauseState {...clause} />,
        }))}
      />
    </section>
  )
}

function nameWording({ isRemoved, body, frameworkBody }: AgreementClause): string {
  if (isRemoved) return 'Retrait proposé'
  return body === frameworkBody ? 'Celle du cadre' : 'Adaptée'
}

export function ClauseState(clause: Pick<AgreementClause, 'communeAgreedAt' | 'startupAgreedAt'>) {
  if (isAgreed(clause)) return <Tag tone="success">{t('Acquise')}</Tag>
  if (clause.communeAgreedAt) return <Tag tone="warning">{t('La startup doit répondre')}</Tag>
  if (clause.startupAgreedAt) return <Tag tone="warning">{t('La commune doit répondre')}</Tag>
  return <Tag>{t('À relire par les deux')}</Tag>
}

export function AgreementText({ full, names }: { full: FullAgreement; names: PartyNames }) {
  return (
    <section>
      <h2>{t('Le texte')}</h2>
      {toText(full, names).map(({ key, title, body }, index) => (
        <article key={key}>
          <h3>{t('Article {position}. {title}', { position: index + 1, title })}</h3>
          <Prose text={body} />
        </article>
      ))}
    </section>
  )
}
