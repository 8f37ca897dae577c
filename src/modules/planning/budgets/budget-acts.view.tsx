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

export function BudgetActs({ budget, actor, hasLines, isOver }: Props) {
  const base = `/espace/budgets/${budget.id}`
  const may = (step: BudgetStep) =>
    listSteps(budgetWorkflow, budget.status).includes(step) && budgetPolicy[step](actor, budget)
  return (
    <Actions>
      {may('adopt') && <ButtonLink href={`${base}/vote`}>Enregistrer le vote</ButtonLink>}
      {may('adoptAmendment') && hasLines && (
        <ButtonLink href={`${base}/vote`}>Enregistrer le vote de la modification</ButtonLink>
      )}
      {budgetPolicy.edit(actor, budget) && (
        <ButtonLink href={`${base}/lignes/nouvelle`} kind={hasLines ? 'quiet' : 'primary'}>
          Ajouter une ligne
        </ButtonLink>
      )}
      {budgetPolicy.edit(actor, budget) && (
        <ButtonLink href={`${base}/totaux`} kind="quiet">
          Budget entier de la commune
        </ButtonLink>
      )}
      {may('submit') && hasLines && (
        <ActionButton
          action={`${base}/soumettre`}
          label="Soumettre à la direction"
          kind="primary"
          confirm="Les lignes ne changent plus jusqu’au vote, sauf si la direction les renvoie."
        />
      )}
      {budgetPolicy.record(actor, budget) && (
        <ButtonLink href={`${base}/execution/importer`}>Importer l’exécution</ButtonLink>
      )}
      {budgetPolicy.record(actor, budget) && (
        <ButtonLink href={`${base}/execution`} kind="quiet">
          Saisir l’exécution
        </ButtonLink>
      )}
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
