/** What may be done with a call now: each button leads to a page or takes a step, and nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { callPolicy } from './call.policy.ts'
import type { FullCall } from './call.schema.ts'
import { type CallStep, callWorkflow } from './call.workflow.ts'
import { listMissingParts } from './call-completeness.rules.ts'
import { hasPassed } from './call-dates.rules.ts'

interface Props {
  readonly full: FullCall
  readonly actor: Actor
  readonly clock: Date
  readonly isUnanswered: boolean
}

export function CallNextSteps({ full, actor, clock, isUnanswered }: Props) {
  const { call } = full
  const may = (step: CallStep) =>
    listSteps(callWorkflow, call.status).includes(step) && callPolicy[step](actor, call)
  const base = `/espace/appels/${call.id}`
  const isClosed = hasPassed(call.deadline, clock)
  return (
    <Actions>
      {may('submit') && listMissingParts(full).length === 0 && (
        <ActionButton action={`${base}/soumettre`} label="Soumettre à relecture" kind="primary" />
      )}
      {may('publish') && (
        <ActionButton
          action={`${base}/publier`}
          label="Publier"
          kind="primary"
          confirm="L’appel devient public, et les propositions se scellent dès maintenant."
        />
      )}
      {may('sendBack') && (
        <ButtonLink kind="quiet" href={`${base}/renvoyer`}>
          Renvoyer pour correction
        </ButtonLink>
      )}
      {callPolicy.follow(actor, call) && call.publishedAt !== null && (
        <ButtonLink kind="quiet" href={`${base}/questions`}>
          Questions des startups
        </ButtonLink>
      )}
      {callPolicy.amend(actor, call) && !isClosed && (
        <ButtonLink kind="quiet" href={`${base}/additif`}>
          Publier un additif
        </ButtonLink>
      )}
      {callPolicy.follow(actor, call) && (
        <ButtonLink kind="quiet" href={`${base}/comite`}>
          Le comité
        </ButtonLink>
      )}
      {may('open') && isClosed && !isUnanswered && (
        <ButtonLink href={`${base}/ouverture`}>Ouvrir les propositions</ButtonLink>
      )}
      {callPolicy.follow(actor, call) && call.openedAt !== null && (
        <ButtonLink href={`${base}/evaluation`}>Évaluation</ButtonLink>
      )}
      {callPolicy.follow(actor, call) && call.openedAt !== null && (
        <ButtonLink kind="quiet" href={`${base}/proces-verbal`}>
          Procès-verbal d’ouverture
        </ButtonLink>
      )}
      {callPolicy.follow(actor, call) && call.awardedAt !== null && (
        <ButtonLink kind="quiet" href={`${base}/reclamations`}>
          Réclamations
        </ButtonLink>
      )}
      {call.partyIds.length > 1 && callPolicy.optIn(actor, call) && (
        <ButtonLink href={`${base}/resultat`}>Retenir le résultat</ButtonLink>
      )}
      {may('conclude') && hasPassed(call.standstillUntil, clock) && (
        <ActionButton
          action={`${base}/conclure`}
          label="Rendre l’attribution définitive"
          kind="primary"
        />
      )}
      {isUnanswered && callPolicy.follow(actor, call) && (
        <ButtonLink href={`${base}/sans-reponse`}>Personne n’a répondu : que faire ?</ButtonLink>
      )}
      {may('declareUnsuccessful') && isClosed && (
        <ButtonLink kind="quiet" href={`${base}/infructueux`}>
          Déclarer infructueux
        </ButtonLink>
      )}
      {may('cancel') && (
        <ButtonLink kind="quiet" href={`${base}/annuler`}>
          Annuler
        </ButtonLink>
      )}
    </Actions>
  )
}
