/** What whoever reads a request may do with it now. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { findDue } from '../payments/payment.actions.ts'
import { type Instructed, instructHref } from './load-instructed.ts'
import { requestPolicy } from './request.policy.ts'
import { type RequestStep, requestWorkflow } from './request.workflow.ts'

interface Props {
  readonly instructed: Instructed
  readonly actor: Actor
}

export function RequestActs({ instructed, actor }: Props) {
  const { request } = instructed
  const base = instructHref(instructed)
  return (
    <Actions>
      <DecisionActs instructed={instructed} actor={actor} />
      <ReviewActs instructed={instructed} actor={actor} />
      {findDue(request, instructed.payments) && (
        <ButtonLink kind="quiet" href={`${base}/encaisser`}>
          Encaisser au guichet
        </ButtonLink>
      )}
      <ButtonLink kind="quiet" href={`${base}/etiquettes`}>
        Étiquettes
      </ButtonLink>
      <ButtonLink kind="quiet" href={`/demandes/${request.id}/recepisse.pdf`}>
        Récépissé
      </ButtonLink>
    </Actions>
  )
}

/** Whether this person may take this step now. */
function may({ instructed: { request }, actor }: Props, step: RequestStep): boolean {
  return (
    listSteps(requestWorkflow, request.status).includes(step) && requestPolicy[step](actor, request)
  )
}

/** Taking the decision that a colleague proposed, and what follows it. */
function DecisionActs(props: Props) {
  const { instructed, actor } = props
  const base = instructHref(instructed)
  const isOther = instructed.request.preparedBy !== actor.id
  const hasAct = instructed.acts.some(({ revokedAt }) => revokedAt === null)
  return (
    <>
      {may(props, 'accept') && isOther && <ButtonLink href={`${base}/decider`}>Décider</ButtonLink>}
      {may(props, 'sendBack') && (
        <ButtonLink kind="quiet" href={`${base}/renvoyer`}>
          Renvoyer la proposition
        </ButtonLink>
      )}
      {requestPolicy.signAct(actor, instructed.request) && !hasAct && (
        <ButtonLink href={`${base}/acte`}>Signer l’acte</ButtonLink>
      )}
      {may(props, 'close') && (
        <ActionButton
          kind="primary"
          action={`${base}/clore`}
          label="Clore la demande"
          confirm="Le document est remis, ou l’acte est fait. Le demandeur en est averti."
        />
      )}
    </>
  )
}

/** Examining it, alone or with others. */
function ReviewActs(props: Props) {
  const { instructed, actor } = props
  const { assigneeId } = instructed.request
  const base = instructHref(instructed)
  const isMine = assigneeId === actor.id
  return (
    <>
      {may(props, 'take') && !isMine && (
        <ActionButton
          kind="primary"
          action={`${base}/prendre`}
          label={assigneeId ? 'Reprendre à mon compte' : 'Prendre en charge'}
        />
      )}
      {may(props, 'propose') && (
        <>
          <ButtonLink href={`${base}/proposer`}>Proposer une décision</ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/demander-complements`}>
            Demander des compléments
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/avis`}>
            Demander un avis
          </ButtonLink>
        </>
      )}
      {may(props, 'complete') && (
        <ButtonLink href={`/demandes/${instructed.request.id}/relecture`}>
          Compléter pour le demandeur
        </ButtonLink>
      )}
      {may(props, 'release') && isMine && (
        <ActionButton action={`${base}/rendre`} label="Remettre à la file" />
      )}
    </>
  )
}
