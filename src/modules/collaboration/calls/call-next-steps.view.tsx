/** What may be done with a call now: each button leads to a page or takes a step, and nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { listTakers, mayConclude } from '../agreements/start-agreement.rules.ts'
import type { CommuneDecision } from '../result/commune-decision.queries.ts'
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
  readonly decisions: readonly CommuneDecision[]
}

type Offered = Props & { readonly may: (step: CallStep) => boolean; readonly base: string }

export function CallNextSteps(props: Props) {
  const { call } = props.full
  const may = (step: CallStep) =>
    listSteps(callWorkflow, call.status).includes(step) && callPolicy[step](props.actor, call)
  const offered = { ...props, may, base: `/espace/appels/${call.id}` }
  return (
    <Actions>
      <Preparing {...offered} />
      <Answering {...offered} />
      <Deciding {...offered} />
      <Ending {...offered} />
    </Actions>
  )
}

function Preparing({ full, may, base }: Offered) {
  return (
    <>
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
    </>
  )
}

function Answering({ full: { call }, actor, clock, isUnanswered, may, base }: Offered) {
  const isClosed = hasPassed(call.deadline, clock)
  const follows = callPolicy.follow(actor, call)
  return (
    <>
      {may('open') && isClosed && !isUnanswered && (
        <ButtonLink href={`${base}/ouverture`}>Ouvrir les propositions</ButtonLink>
      )}
      {isUnanswered && follows && (
        <ButtonLink href={`${base}/sans-reponse`}>Personne n’a répondu : que faire ?</ButtonLink>
      )}
      {follows && call.publishedAt !== null && (
        <ButtonLink kind="quiet" href={`${base}/questions`}>
          Questions des startups
        </ButtonLink>
      )}
      {callPolicy.amend(actor, call) && !isClosed && (
        <ButtonLink kind="quiet" href={`${base}/additif`}>
          Publier un additif
        </ButtonLink>
      )}
      {follows && (
        <ButtonLink kind="quiet" href={`${base}/comite`}>
          Le comité
        </ButtonLink>
      )}
    </>
  )
}

function Deciding({ full: { call }, actor, clock, decisions, may, base }: Offered) {
  if (!callPolicy.follow(actor, call) || call.openedAt === null) return null
  return (
    <>
      <ButtonLink href={`${base}/evaluation`}>Évaluation</ButtonLink>
      <ButtonLink kind="quiet" href={`${base}/proces-verbal`}>
        Procès-verbal d’ouverture
      </ButtonLink>
      {call.awardedAt !== null && (
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
      {call.status === 'concluded' && mayConclude(actor, listTakers(call, decisions)) && (
        <ActionButton action={`${base}/convention`} label="Préparer la convention" kind="primary" />
      )}
    </>
  )
}

function Ending({ full: { call }, clock, may, base }: Offered) {
  return (
    <>
      {may('declareUnsuccessful') && hasPassed(call.deadline, clock) && (
        <ButtonLink kind="quiet" href={`${base}/infructueux`}>
          Déclarer infructueux
        </ButtonLink>
      )}
      {may('cancel') && (
        <ButtonLink kind="quiet" href={`${base}/annuler`}>
          Annuler
        </ButtonLink>
      )}
    </>
  )
}
