/** What the association should look at twice in a company's file. Nothing here decides. */
import { addYearsTo, countDays } from '#platform/days.rules.ts'
import { findLabelRule, findLabelState } from './label.rules.ts'
import type { Startup } from './startup.schema.ts'

type Declared = Pick<
  Startup,
  'labelNumber' | 'labelIssuedOn' | 'labelExpiresOn' | 'labelFileId' | 'foundedOn'
>

export function listStartupAlerts(startup: Declared, today: string): string[] {
  const { labelNumber, labelIssuedOn, labelFileId, foundedOn } = startup
  const state = findLabelState(startup, today)
  const alerts = {
    'Le label annoncé est expiré.': state === 'expired',
    'Le label annoncé se termine dans moins de 90 jours.': state === 'ending',
    'Un label est annoncé sans sa décision d’attribution.': Boolean(labelNumber) && !labelFileId,
    'Un label est annoncé sans sa date de délivrance.': Boolean(labelNumber) && !labelIssuedOn,
    'L’entreprise était trop ancienne pour le label quand il a été délivré.':
      foundedOn !== null && labelIssuedOn !== null && isTooOld(foundedOn, labelIssuedOn),
    'La date de création est dans le futur.': foundedOn !== null && countDays(today, foundedOn) > 0,
  }
  return Object.entries(alerts)
    .filter(([, isRaised]) => isRaised)
    .map(([text]) => text)
}

function isTooOld(foundedOn: string, labelIssuedOn: string): boolean {
  const rule = findLabelRule(labelIssuedOn)
  return rule !== undefined && labelIssuedOn > addYearsTo(foundedOn, rule.oldestCompanyYears)
}
