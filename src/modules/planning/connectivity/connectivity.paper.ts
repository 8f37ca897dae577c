/** The connectivity sheet of a commune: its places, what they lack, what closing the gap costs, and on which assumptions. */
import {
  body,
  bullets,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  section,
  strong,
  table,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { explainGap } from './gap.labels.ts'
import type { ConnectivityGap } from './gap.types.ts'
import { speedVerdictLabels } from './site.labels.ts'
import type { SiteState } from './site.schema.ts'
import { namePower, nameProviders, nameTechnologies } from './site-facts.view.tsx'
import { formatPercent, formatSpeed } from './speed.labels.ts'

export interface SheetParts {
  readonly communeName: string
  readonly code: string
  readonly states: readonly SiteState[]
  readonly gap: ConnectivityGap
  readonly providers: ReadonlyMap<string, string>
  readonly issuer: Issuer
  /** The day of what the sheet says. */
  readonly computedAt: Date
}

export function writeConnectivitySheet(parts: SheetParts): DocumentModel {
  const { communeName, code, states, gap, issuer, computedAt } = parts
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Fiche de connectivité',
    title: `La connectivité de ${communeName}`,
    subtitle: `Situation au ${formatDate(computedAt)}`,
    reference: `CON-${code}-${computedAt.toISOString().slice(0, 10)}`,
    date: computedAt,
    body: body(
      facts([
        ['Lieux déclarés', String(states.length)],
        ['Au niveau requis', String(states.length - gap.unmet - gap.unknown)],
        ['Sous le niveau requis', String(gap.unmet)],
        ['À mesurer', String(gap.unknown)],
      ]),
      section('Les lieux', ...describeSites(parts)),
      section('L’écart et son coût', ...describeGap(parts)),
      section(
        'Comment lire cette fiche',
        paragraph(
          'Débits : médianes des mesures des 90 derniers jours. Disponibilité : part des 90 derniers jours sans coupure déclarée. Les lieux, leurs connexions et leurs mesures sont déclarés par la commune.',
        ),
      ),
    ),
  }))
}

function describeSites({ states, providers }: SheetParts) {
  return [
    table({
      columns: ['Lieu', 'Connexion', 'Demandé', 'Mesuré', 'Disponibilité', 'Énergie', 'Avis'],
      rows: states.map((state) => [
        state.name,
        state.technologies.length === 0
          ? 'Aucune'
          : `${nameTechnologies(state.technologies)}, ${nameProviders(state.providers, providers)}`,
        formatSpeed(state.requiredKbps),
        state.downKbps === null ? '—' : formatSpeed(state.downKbps),
        state.availability === null ? '—' : formatPercent(state.availability),
        namePower(state) ?? 'Non renseignée',
        speedVerdictLabels[state.speed].label,
      ]),
    }),
  ]
}

function describeGap({ states, gap }: SheetParts) {
  const lacking = states.filter(({ isMet }) => isMet === false)
  if (lacking.length === 0)
    return [paragraph('Aucun lieu mesuré n’est sous le niveau requis : il n’y a rien à chiffrer.')]
  return [
    paragraph([
      'Combler l’écart coûte ',
      strong(formatMoney(gap.costOverThreeYears)),
      ` sur trois ans : ${formatMoney(gap.setUpCost)} de mise en place, puis ${formatMoney(gap.yearlyCost)} par an. Ce que coûtent les connexions d’aujourd’hui n’est pas déduit.`,
    ]),
    table({
      columns: [
        'Lieu',
        'Constat et proposition',
        { label: 'Mise en place', kind: 'money' },
        { label: 'Par an', kind: 'money' },
      ],
      rows: lacking.map((state) => [
        state.name,
        explainGap(state),
        state.setUpCost,
        state.yearlyCost,
      ]),
    }),
    paragraph('Hypothèses de ce calcul :'),
    bullets(gap.assumptions),
  ]
}
