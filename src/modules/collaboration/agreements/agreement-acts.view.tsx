/** What may be done with an agreement now: nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import type { Signature } from '../signatures/signature.queries.ts'
import { agreementPolicy } from './agreement.policy.ts'
import type { FullAgreement } from './agreement.schema.ts'
import { type AgreementStep, agreementWorkflow } from './agreement.workflow.ts'
import { areDetailsComplete, isAgreed } from './agreement-text.rules.ts'

interface Props {
  readonly full: FullAgreement
  readonly actor: Actor
  readonly signatures: readonly Signature[]
}

export function AgreementActs({ full, actor, signatures }: Props) {
  const { agreement, clauses } = full
  const may = (step: AgreementStep) =>
    listSteps(agreementWorkflow, agreement.status).includes(step) &&
    agreementPolicy[step](actor, agreement)
  const base = `/espace/conventions/${agreement.id}`
  const isReady = clauses.every(isAgreed) && areDetailsComplete(agreement)
  const hasSigned = signatures.some(
    ({ organisationId }) => organisationId === actor.organisation?.id,
  )
  return (
    <>
      <Actions>
        {may('agree') && isReady && (
          <ActionButton
            action={`${base}/arreter`}
            label="Arrêter le texte"
            kind="primary"
            confirm="Le texte ne change plus : chaque partie le signe tel quel."
          />
        )}
        {agreementPolicy.editDetails(actor, agreement) && (
          <ButtonLink href={`${base}/details`} kind={isReady ? 'quiet' : 'primary'}>
            Objet, montant et dates
          </ButtonLink>
        )}
        {agreementPolicy.accept(actor, agreement) && !clauses.every(isAgreed) && (
          <ActionButton
            action={`${base}/accord`}
            label="Accepter les clauses du cadre"
            kind="quiet"
            confirm="Votre accord est donné à toutes les clauses restées celles du cadre, et à celles que l’autre partie a déjà acceptées."
          />
        )}
        {(may('sign') || may('complete')) && !hasSigned && (
          <>
            <ButtonLink href={`${base}/signer`}>Signer</ButtonLink>
            <ButtonLink href={`${base}/papier`} kind="quiet">
              Joindre le document signé à la main
            </ButtonLink>
          </>
        )}
        {may('reopen') && (
          <ButtonLink href={`${base}/rouvrir`} kind="quiet">
            Rouvrir la négociation
          </ButtonLink>
        )}
        {agreementPolicy.amend(actor, agreement) && (
          <ButtonLink href={`${base}/avenant`} kind="quiet">
            Proposer un avenant
          </ButtonLink>
        )}
        {may('suspend') && (
          <ButtonLink href={`${base}/suspendre`} kind="quiet">
            Suspendre
          </ButtonLink>
        )}
        {may('resume') && (
          <ActionButton action={`${base}/reprendre`} label="Reprendre" kind="primary" />
        )}
        {may('terminate') && (
          <ButtonLink href={`${base}/resilier`} kind="quiet">
            Résilier
          </ButtonLink>
        )}
        {may('abandon') && (
          <ButtonLink href={`${base}/abandonner`} kind="quiet">
            Abandonner
          </ButtonLink>
        )}
      </Actions>
      {hasSigned && agreement.status === 'signing' && (
        <p class="soft">{t('Vous avez signé. Il reste la signature de l’autre partie.')}</p>
      )}
    </>
  )
}
