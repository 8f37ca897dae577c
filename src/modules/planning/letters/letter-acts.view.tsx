/** What may be done with a letter now: nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { letterPolicy } from './letter.policy.ts'
import type { FullLetter, LetterDelegation } from './letter.schema.ts'
import { type LetterStep, letterWorkflow } from './letter.workflow.ts'
import { listExcesses, listGaps } from './letter-sums.rules.ts'

interface Props {
  readonly full: FullLetter
  readonly delegation: LetterDelegation | undefined
  readonly actor: Actor
}

export function LetterActs({ full, delegation, actor }: Props) {
  const { letter } = full
  const base = `/espace/lettres-de-cadrage/${letter.id}`
  const may = (step: LetterStep) =>
    listSteps(letterWorkflow, letter.status).includes(step) && letterPolicy[step](actor, letter)
  const isReady = listGaps(full).length === 0 && listExcesses(full).length === 0
  const signsHere = actor.role === 'mayor' || delegation?.isActive === true
  return (
    <Actions>
      {may('submit') && isReady && (
        <ActionButton
          action={`${base}/soumettre`}
          label="Soumettre à la signature"
          kind="primary"
        />
      )}
      {letterPolicy.edit(actor, letter) && (
        <ButtonLink href={`${base}/rediger-de-nouveau`} kind="quiet">
          Rédiger de nouveau
        </ButtonLink>
      )}
      {may('sign') && <SignActs base={base} signsHere={signsHere} />}
      {may('sendBack') && (
        <ButtonLink href={`${base}/renvoyer`} kind="quiet">
          Renvoyer pour correction
        </ButtonLink>
      )}
      {may('takeBack') && (
        <ActionButton action={`${base}/reprendre`} label="Reprendre pour corriger" kind="quiet" />
      )}
      {may('transmit') && (
        <ActionButton
          action={`${base}/transmettre`}
          label="Transmettre aux services"
          kind="primary"
          confirm="Chaque personne de la commune inscrite sur Cauri en est prévenue."
        />
      )}
      {may('abandon') && (
        <ButtonLink href={`${base}/abandonner`} kind="quiet">
          Abandonner
        </ButtonLink>
      )}
      <InForceActs full={full} actor={actor} base={base} />
    </Actions>
  )
}

/** Here when this person is entitled to; by hand in any case. */
function SignActs({ base, signsHere }: { base: string; signsHere: boolean }) {
  return (
    <>
      {signsHere && <ButtonLink href={`${base}/signer`}>Signer</ButtonLink>}
      <ButtonLink href={`${base}/papier`} kind="quiet">
        Joindre la lettre signée à la main
      </ButtonLink>
    </>
  )
}

function InForceActs({
  full: { letter },
  actor,
  base,
}: Omit<Props, 'delegation'> & { base: string }) {
  return (
    <>
      {letterPolicy.correct(actor, letter) && (
        <ActionButton
          action={`${base}/rectifier`}
          label="Préparer une lettre rectificative"
          kind="quiet"
          confirm="Un nouveau projet reprend ce texte. Il ne remplacera cette lettre qu’une fois signé."
        />
      )}
      {letterPolicy.publish(actor, letter) && (
        <ActionButton
          action={`${base}/publication`}
          label={
            letter.isPublished ? 'Ne plus publier les lignes' : 'Publier les lignes numériques'
          }
          kind="quiet"
          fields={{ isPublished: letter.isPublished ? 'false' : 'true' }}
          confirm={
            letter.isPublished
              ? 'Les lignes quittent la page publique de la commune.'
              : 'Les lignes et leurs montants paraissent sur la page publique de la commune. Le reste de la lettre reste interne.'
          }
        />
      )}
    </>
  )
}
