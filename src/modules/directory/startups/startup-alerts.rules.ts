/** What the association should look at twice in a company's file. Nothing here decides. */
import { countDays, findLabelState } from './label.rules.ts'
import type { Startup } from './startup.schema.ts'

type Declared = Pick<
  Startup,
  'labelNumber' | 'labelIssuedOn' | 'labelExpiresOn' | 'labelFileId' | 'foundedOn'
>

/** The label is for companies of six years at most (décret 2023-095). */
const oldestLabelled = 6

export function listStartupAlerts(startup: Declared, today: string): string[] {
  const { labelNumber, labelIssuedOn, labelFileId, foundedOn } = startup
  const state = findLabelState(startup, today)
  const alerts = {
    'Le label annoncé est expiré.': state === 'expired',
    'Le label annoncé se termine dans moins de 90 jours.': state === 'ending',
    'Un label est annoncé sans sa décision d’attribution.': Boolean(labelNumber) && !labelFileId,
    'Un label est annoncé sans sa date de délivrance.': Boolean(labelNumber) && !labelIssuedOn,
    'L’entreprise avait plus de six ans quand le label a été délivré.':
      foundedOn !== null && labelIssuedOn !== null && isOlder(foundedOn, labelIssuedOn),
    'La date de création est dans le futur.': foundedOn !== null && countDays(today, foundedOn) > 0,
  }
  return Object.entries(alerts)
    .filter(([, isRaised]) => isRaised)
    .map(([text]) => text)
}

function isOlder(foundedOn: string, day: string): boolean {
  const limit = `${Number(foundedOn.slice(0, 4)) + oldestLabelled}${foundedOn.slice(4)}`
  return day > limit
}
