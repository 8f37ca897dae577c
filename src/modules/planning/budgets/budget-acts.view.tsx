/** What may be done with a budget now: nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { budgetPolicy } from './budget.policy.ts'
import type { Budget } from './budget.schema.ts'
import { type BudgetStep, budgetWorkflow } from './budget.workflow.ts'

interface Props {
  readonly budget: Budget
  readonly actor: Actor
  readonly hasLines: boolean
  readonly isOver: boolean
}

interface Offer extends Pick<Props, 'budget' | 'actor' | 'hasLines'> {
  readonly base: string
  readonly may: (step: BudgetStep) => boolean
}

export function BudgetActs({ budget, actor, hasLines, isOver }: Props) {
  const base = `/espace/budgets/${budget.id}`
  const may = (step: BudgetStep) =>
    listSteps(budgetWorkflow, budget.status).includes(step) && budgetPolicy[step](actor, budget)
  const offer = { budget, actor, hasLines, base, may }
  return (
    <Actions>
      <VoteActs {...offer} />
      {budgetPolicy.edit(actor, budget) && <EditActs {...offer} />}
      {budgetPolicy.record(actor, budget) && <RecordActs {...offer} />}
      <OtherActs {...offer} />
      {may('close') && isOver && (
        <ActionButton
          action={`${base}/clore`}
          label="Clore l’exercice"
          confirm="Plus rien ne change ensuite, l’exécution non plus."
        />
      )}
    </Actions>
  )
}

function VoteActs({ base, may, hasLines }: Offer) {
  return (
    <>
      {may('adopt') && <ButtonLink href={`${base}/vote`}>Enregistrer le vote</ButtonLink>}
      {may('adoptAmendment') && hasLines && (
        <ButtonLink href={`${base}/vote`}>Enregistrer le vote de la modification</ButtonLink>
      )}
      {may('submit') && hasLines && (
        <ActionButton
          action={`${base}/soumettre`}
          label="Soumettre à la direction"
          kind="primary"
          confirm="Les lignes ne changent plus jusqu’au vote, sauf si la direction les renvoie."
        />
      )}
    </>
  )
}

function EditActs({ base, hasLines }: Offer) {
  return (
    <>
      <ButtonLink href={`${base}/lignes/nouvelle`} kind={hasLines ? 'quiet' : 'primary'}>
        Ajouter une ligne
      </ButtonLink>
      <ActionButton action={`${base}/reprendre-le-plan`} label="Reprendre les actions du plan" />
      <ButtonLink href={`${base}/totaux`} kind="quiet">
        Budget entier de la commune
      </ButtonLink>
    </>
  )
}

function RecordActs({ base }: Offer) {
  return (
    <>
      <ButtonLink href={`${base}/execution/importer`}>Importer l’exécution</ButtonLink>
      <ButtonLink href={`${base}/execution`} kind="quiet">
        Saisir l’exécution
      </ButtonLink>
    </>
  )
}

function OtherActs({ base, may }: Offer) {
  return (
    <>
      {may('sendBack') && (
        <ButtonLink href={`${base}/renvoyer`} kind="quiet">
          Renvoyer à corriger
        </ButtonLink>
      )}
      {may('amend') && (
        <ButtonLink href={`${base}/modifier`} kind="quiet">
          Préparer une décision modificative
        </ButtonLink>
      )}
      {may('abandon') && (
        <ActionButton
          action={`${base}/abandonner`}
          label="Abandonner la modification"
          kind="danger"
          confirm="Les lignes préparées sont effacées. Celles du dernier vote restent en vigueur."
        />
      )}
    </>
  )
}
