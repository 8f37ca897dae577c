/** The gap of a site, in words. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { technologyLabels } from './site.labels.ts'
import type { SiteState } from './site.schema.ts'
import { formatSpeed } from './speed.labels.ts'

type Explained = Pick<
  SiteState,
  | 'speed'
  | 'downKbps'
  | 'requiredKbps'
  | 'requiredFor'
  | 'isPowerShort'
  | 'powerHours'
  | 'proposedTechnology'
>

/** What was found, why it is or is not enough, and what would be. */
export function explainGap(state: Explained): string {
  return [explainSpeed(state), explainPower(state), explainProposal(state)]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

function explainSpeed({ speed, downKbps, requiredKbps, requiredFor }: Explained): string {
  const required = formatSpeed(requiredKbps)
  const measured = formatSpeed(downKbps ?? 0)
  const because = requiredFor
    ? t('demandés par {solution}', { solution: requiredFor })
    : t('demandés par l’usage du lieu')
  const values = { required, measured, because }
  if (speed === 'noLink') return t('Aucune connexion ; il faut {required}, {because}.', values)
  if (speed === 'notMeasured')
    return t('Aucune mesure depuis 90 jours ; il faut {required}, {because}.', values)
  if (speed === 'slow') return t('{measured} mesurés, sous les {required} {because}.', values)
  return t('{measured} mesurés, pour {required} {because}.', values)
}

function explainPower({ isPowerShort, powerHours }: Explained): string | null {
  if (!isPowerShort) return null
  return powerHours
    ? t('Énergie insuffisante : {hours} h par jour.', { hours: formatNumber(powerHours) })
    : t('Aucune énergie.')
}

function explainProposal({ proposedTechnology, isPowerShort }: Explained): string | null {
  const technology = proposedTechnology && t(technologyLabels[proposedTechnology] ?? '')
  if (technology && isPowerShort)
    return t('À prévoir : {technology} et panneaux solaires.', { technology })
  if (technology) return t('À prévoir : {technology}.', { technology })
  return isPowerShort ? t('À prévoir : panneaux solaires.') : null
}
