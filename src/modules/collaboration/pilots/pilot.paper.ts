/** The papers of a pilot: its sheet, which both sides sign; the report and the decision; the sheet for other communes. */
import {
  body,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import { pilotStatusLabels, verdictLabels } from './pilot.labels.ts'
import type { FullPilot } from './pilot.schema.ts'
import { listPilotFacts } from './pilot-facts.ts'

export interface PilotParts {
  readonly full: FullPilot
  readonly names: ReadonlyMap<string, string>
  readonly issuer: Issuer
}

export function writePilotSheet({ full, names, issuer }: PilotParts): DocumentModel {
  const { pilot, criteria } = full
  const startup = names.get(pilot.startupId) ?? ''
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Convention d’expérimentation en bref',
    title: pilot.title,
    subtitle: `Entre la commune de ${names.get(pilot.communeId) ?? ''} et ${startup}`,
    reference: pilot.reference,
    date: pilot.startedAt ?? pilot.updatedAt,
    ...(pilot.startedAt === null && { mention: 'Projet' }),
    body: body(
      facts(listPilotFacts(pilot, names)),
      section('Ce qui est essayé', prose(pilot.scope)),
      section(
        'Les critères de réussite',
        paragraph('Fixés avant de commencer, ils ne changent plus.'),
        table({
          columns: ['Critère', 'Cible'],
          rows: criteria.map(({ label, target }) => [label, target]),
        }),
      ),
      section(
        'Ce que l’expérimentation n’est pas',
        paragraph(
          'Elle n’engage ni la commune à acheter, ni la startup à continuer. À la fin, la commune mesure chaque critère et décide, par écrit et publiquement : adopter, prolonger une seule fois, ou arrêter.',
        ),
      ),
      signatures([{ capacity: 'Pour la commune' }, { capacity: `Pour ${startup}` }], {
        place: names.get(pilot.communeId),
      }),
    ),
  }))
}

export function writePilotReport({ full, names, issuer }: PilotParts): DocumentModel {
  const { pilot, criteria } = full
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Évaluation d’une expérimentation',
    title: pilot.title,
    reference: `${pilot.reference}/EV`,
    date: pilot.decidedAt ?? pilot.updatedAt,
    body: body(
      section(
        `La décision : ${pilotStatusLabels[pilot.status].label.toLowerCase()}`,
        prose(pilot.statusReason ?? ''),
      ),
      section(
        'Les critères fixés d’avance',
        table({
          columns: ['Critère', 'Cible', 'Mesuré', 'Avis'],
          rows: criteria.map(({ label, target, measured, verdict }) => [
            label,
            target,
            measured,
            verdict && verdictLabels[verdict].label,
          ]),
        }),
      ),
      pilot.evaluation !== '' && section('L’évaluation de la commune', prose(pilot.evaluation)),
      section('En bref', facts(listPilotFacts(pilot, names))),
      signatures([{ capacity: 'Pour la commune' }], { place: names.get(pilot.communeId) }),
    ),
  }))
}

export function writeReuseSheet({ full, names, issuer }: PilotParts): DocumentModel {
  const { pilot, criteria } = full
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Fiche de réutilisation',
    title: pilot.title,
    reference: `${pilot.reference}/FR`,
    date: pilot.decidedAt ?? pilot.updatedAt,
    body: body(
      section('Avant de commencer', prose(pilot.reuseSheet)),
      section(
        'Ce que l’essai a donné',
        table({
          columns: ['Critère', 'Cible', 'Mesuré'],
          rows: criteria.map(({ label, target, measured }) => [label, target, measured]),
        }),
      ),
      section('L’essai', facts(listPilotFacts(pilot, names))),
    ),
  }))
}
