/** What may be done with a plan now: nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { doPartnersAgree, listGaps } from './completeness.rules.ts'
import { mayAnswerInvitation, mayGiveNote, planPolicy } from './plan.policy.ts'
import type { FullPlan } from './plan.schema.ts'
import { type PlanStep, planWorkflow } from './plan.workflow.ts'
import { addressOf } from './plan-frame.view.tsx'

interface Props {
  readonly full: FullPlan
  readonly actor: Actor
}

const reasonPages: readonly { step: PlanStep; path: string; label: string }[] = [
  { step: 'return', path: 'renvoyer', label: 'Renvoyer pour être repris' },
  { step: 'close', path: 'clore', label: 'Clore le plan' },
  { step: 'discard', path: 'abandonner', label: 'Abandonner ce brouillon' },
]

export function PlanActs({ full, actor }: Props) {
  const { plan } = full
  const may = (step: PlanStep) =>
    listSteps(planWorkflow, plan.status).includes(step) && planPolicy[step](actor, plan)
  const isReady = listGaps(full).length === 0 && doPartnersAgree(full)
  const base = addressOf(plan)
  return (
    <Actions>
      <Approvals base={base} maySubmit={may('submit') && isReady} mayValidate={may('validate')} />
      {may('deliberate') && (
        <ButtonLink href={`${base}/deliberation`}>Enregistrer la délibération</ButtonLink>
      )}
      {mayAnswerInvitation(actor, full) && (
        <ButtonLink href={`${base}/communes`}>Répondre à l’invitation</ButtonLink>
      )}
      {planPolicy.review(actor, plan) && (
        <ButtonLink href={`${base}/suivi`}>Tenir la revue annuelle</ButtonLink>
      )}
      {mayGiveNote(actor, full) && (
        <ButtonLink href={`${base}/suivi`}>Suivre l’année et donner son avis</ButtonLink>
      )}
      {planPolicy.edit(actor, plan) && (
        <>
          <ButtonLink href={`${base}/cadre`} kind="quiet">
            Changer le cadre et les enveloppes
          </ButtonLink>
          <ButtonLink href={`${base}/actualiser`} kind="quiet">
            Actualiser depuis le diagnostic
          </ButtonLink>
        </>
      )}
      {planPolicy.revise(actor, plan) && (
        <ActionButton
          action={`${base}/reviser`}
          label="Préparer le plan suivant"
          confirm="Un brouillon repart de ce plan. Celui-ci reste en vigueur jusqu’à ce que le conseil adopte le suivant."
        />
      )}
      {reasonPages
        .filter(({ step }) => may(step))
        .map(({ step, path, label }) => (
          <ButtonLink key={step} href={`${base}/${path}`} kind="quiet">
            {label}
          </ButtonLink>
        ))}
    </Actions>
  )
}

interface ApprovalProps {
  readonly base: string
  readonly maySubmit: boolean
  readonly mayValidate: boolean
}

function Approvals({ base, maySubmit, mayValidate }: ApprovalProps) {
  return (
    <>
      {maySubmit && (
        <ActionButton
          action={`${base}/soumettre`}
          label="Soumettre à la direction"
          kind="primary"
          confirm="Le secrétaire exécutif reçoit le plan. Il ne se modifie plus tant qu’il n’est pas renvoyé."
        />
      )}
      {mayValidate && (
        <ActionButton
          action={`${base}/valider`}
          label="Valider le plan"
          kind="primary"
          confirm="Le plan est prêt pour le conseil communal. Une version en est gardée."
        />
      )}
    </>
  )
}
