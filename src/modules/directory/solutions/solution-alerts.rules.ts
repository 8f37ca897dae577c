/** What the association should look at twice in a solution's file. Nothing here decides. */
import type { Solution } from './solution.schema.ts'

type Declared = Pick<
  Solution,
  | 'handlesPersonalData'
  | 'apdpStatus'
  | 'apdpNumber'
  | 'hosting'
  | 'priceSetup'
  | 'priceYearly'
  | 'pricePerInhabitant'
  | 'pricePerUser'
  | 'maturity'
>

export function listSolutionAlerts(solution: Declared, isStartupVerified: boolean): string[] {
  const { handlesPersonalData, apdpStatus, apdpNumber, hosting, maturity } = solution
  const isDeclared = apdpStatus === 'declared' || apdpStatus === 'authorised'
  const alerts = {
    'La startup n’est pas vérifiée : vérifiez d’abord l’entreprise.': !isStartupVerified,
    'Des données personnelles sont traitées et rien n’est encore déclaré à l’APDP.':
      handlesPersonalData && !isDeclared,
    'Une déclaration à l’APDP est annoncée sans son numéro.': isDeclared && !apdpNumber,
    'Des données personnelles sont hébergées hors du Bénin.':
      handlesPersonalData && (hosting === 'africa' || hosting === 'elsewhere'),
    'Aucun prix n’est indiqué.': !hasPrice(solution),
    'La solution n’est qu’un prototype.': maturity === 'prototype',
  }
  return Object.entries(alerts)
    .filter(([, isRaised]) => isRaised)
    .map(([text]) => text)
}

function hasPrice({ priceSetup, priceYearly, pricePerInhabitant, pricePerUser }: Declared) {
  return [priceSetup, priceYearly, pricePerInhabitant, pricePerUser].some((price) => price !== null)
}
