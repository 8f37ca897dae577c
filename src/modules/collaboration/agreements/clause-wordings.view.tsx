/** A clause as it stands beside the framework's, and every wording proposed for it with what each changed. */
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { Difference, Notice, Prose } from '#web/components/index.tsx'
import type { Agreement, AgreementClause, ClauseWording } from './agreement.schema.ts'
import { fillClause, type PartyNames } from './agreement-text.rules.ts'

export interface Negotiated {
  readonly agreement: Agreement
  readonly clause: AgreementClause
  readonly wordings: readonly ClauseWording[]
  readonly names: PartyNames
}

export function PresentWording({ agreement, clause, names }: Negotiated) {
  return (
    <section>
      <h2>{t('Rédaction actuelle')}</h2>
      {clause.isRemoved && (
        <Notice kind="warning">
          <p>{t('Le retrait de cette clause est proposé : elle ne serait plus du texte.')}</p>
        </Notice>
      )}
      {clause.body === clause.frameworkBody ? (
        <>
          <Prose text={fillClause(clause.body, agreement, names)} />
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

export function Wordings({ clause, wordings, agreement, names }: Negotiated) {
  const before = (index: number) => wordings[index - 1]?.body ?? clause.frameworkBody
  return (
    <section>
      <h2>{t('Les rédactions proposées')}</h2>
      {wordings.map(({ id, body, comment, isRemoved, organisationId, proposedAt }, index) => (
        <article key={id}>
          <p class="meta">
            <b>{organisationId === agreement.communeId ? names.commune : names.startup}</b> ·{' '}
            {formatDateTime(proposedAt)}
          </p>
          {comment && <Prose text={comment} />}
          {isRemoved ? (
            <p>{t('Propose de retirer la clause.')}</p>
          ) : (
            <Difference pieces={compareTexts(before(index), body)} />
          )}
        </article>
      ))}
    </section>
  )
}
