/** What may be done with an agreement now: nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
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

type Offered = Props & { readonly may: (step: AgreementStep) => boolean; readonly base: string }

export function AgreementActs(props: Props) {
  const { agreement } = props.full
  const may = (step: AgreementStep) =>
    listSteps(agreementWorkflow, agreement.status).includes(step) &&
    agreementPolicy[step](props.actor, agreement)
  const offered = { ...props, may, base: `/espace/conventions/${agreement.id}` }
  return (
    <Actions>
      <Negotiating {...offered} />
      <Signing {...offered} />
      <Running {...offered} />
    </Actions>
  )
}

function Negotiating({ full: { agreement, clauses }, actor, may, base }: Offered) {
  const isReady = clauses.every(isAgreed) && areDetailsComplete(agreement)
  return (
    <>
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
          confirm="Votre accord est donné à toutes les clauses restées celles du cadre. Celles que l’autre partie a changées se relisent une à une."
        />
      )}
    </>
  )
}

function Signing({ actor, signatures, may, base }: Offered) {
  const hasSigned = signatures.some(
    ({ organisationId }) => organisationId === actor.organisation?.id,
  )
  return (
    <>
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
    </>
  )
}

const reasoned = [
  { step: 'suspend', page: 'suspendre', label: 'Suspendre' },
  { step: 'terminate', page: 'resilier', label: 'Résilier' },
  { step: 'abandon', page: 'abandonner', label: 'Abandonner' },
] as const

function Running({ full: { agreement }, actor, may, base }: Offered) {
  return (
    <>
      {may('suspend') && (
        <ActionButton action={`${base}/projet`} label="Ouvrir le projet" kind="primary" />
      )}
      {agreementPolicy.amend(actor, agreement) && (
        <ButtonLink href={`${base}/avenant`} kind="quiet">
          Proposer un avenant
        </ButtonLink>
      )}
      {may('resume') && (
        <ActionButton action={`${base}/reprendre`} label="Reprendre" kind="primary" />
      )}
      {reasoned
        .filter(({ step }) => may(step))
        .map(({ step, page, label }) => (
          <ButtonLink key={step} href={`${base}/${page}`} kind="quiet">
            {label}
          </ButtonLink>
        ))}
    </>
  )
}
