/** What is known of a site in short, for the public and for its commune alike. */
import type { ComponentChildren } from 'preact'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Tag } from '#web/components/index.tsx'
import { powerLabels, speedVerdictLabels, technologyLabels } from './site.labels.ts'
import type { SiteState } from './site.schema.ts'
import { formatLatency, formatPercent, formatSpeed } from './speed.labels.ts'

export function SiteTag({ state }: { state: Pick<SiteState, 'speed' | 'isPowerShort'> }) {
  const { label, tone } = speedVerdictLabels[state.speed]
  if (state.speed === 'met' && state.isPowerShort)
    return <Tag tone="warning">Énergie trop courte</Tag>
  return <Tag tone={tone}>{label}</Tag>
}

/** « 4G, Fibre optique »; what is missing is said. */
export function nameTechnologies(technologies: readonly string[]): string {
  if (technologies.length === 0) return t('Aucune connexion')
  return technologies.map((code) => t(technologyLabels[code] ?? code)).join(', ')
}

export function nameProviders(
  codes: readonly string[],
  names: ReadonlyMap<string, string>,
): string {
  return codes.map((code) => names.get(code) ?? code).join(', ') || '—'
}

/** « 4G, Opérateur Démo A ». */
export function nameConnection(
  { technologies, providers }: Pick<SiteState, 'technologies' | 'providers'>,
  names: ReadonlyMap<string, string>,
): string {
  const technology = nameTechnologies(technologies)
  return technologies.length === 0
    ? technology
    : `${technology}, ${nameProviders(providers, names)}`
}

export function namePower({
  power,
  powerHours,
}: Pick<SiteState, 'power' | 'powerHours'>): string | null {
  if (power === null) return null
  const name = t(powerLabels[power])
  return powerHours === null ? name : t('{name}, {hours} h par jour', { name, hours: powerHours })
}

export function listStateFacts(
  state: SiteState,
  providers: ReadonlyMap<string, string>,
): { term: string; value: ComponentChildren }[] {
  const { downKbps, upKbps, latencyMs, availability, measurements, measuredAt } = state
  const unmeasured = t('Aucune mesure depuis 90 jours')
  return [
    { term: 'Connexion', value: nameTechnologies(state.technologies) },
    { term: 'Fournisseur', value: nameProviders(state.providers, providers) },
    { term: 'Débit demandé', value: formatSpeed(state.requiredKbps) },
    {
      term: 'Débit descendant (médiane)',
      value: downKbps === null ? unmeasured : formatSpeed(downKbps),
    },
    ...(upKbps === null ? [] : [{ term: 'Débit montant (médiane)', value: formatSpeed(upKbps) }]),
    ...(latencyMs === null ? [] : [{ term: 'Latence (médiane)', value: formatLatency(latencyMs) }]),
    ...(measuredAt === null
      ? []
      : [
          {
            term: 'Mesures depuis 90 jours',
            value: t('{count}, la dernière le {date}', {
              count: measurements,
              date: formatDate(measuredAt),
            }),
          },
        ]),
    {
      term: 'Disponibilité sur 90 jours',
      value: availability === null ? null : formatPercent(availability),
    },
    { term: 'Énergie', value: namePower(state) },
    ...(state.hasSharedWifi ? [{ term: 'Wifi partagé', value: t('Oui') }] : []),
  ]
}

/** What closing a gap costs; nothing to say where there is none. */
export function describeCost({
  setUpCost,
  yearlyCost,
}: Pick<SiteState, 'setUpCost' | 'yearlyCost'>): string | null {
  if (setUpCost === 0 && yearlyCost === 0) return null
  return t('{setUp}, puis {yearly} par an', {
    setUp: formatMoney(setUpCost),
    yearly: formatMoney(yearlyCost),
  })
}
