/** The papers of a project: its charter, the acceptance minutes of each milestone (« PV de recette »), its closing report. */
import {
  article,
  body,
  type DocumentModel,
  facts,
  type Issuer,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { type Prepared, toAnswers } from './load-project.ts'
import { writeMeasure } from './measure.rules.ts'
import { listPayments } from './plan.rules.ts'
import { milestoneStatusLabels } from './project.labels.ts'
import type { Evaluation, Indicator, Milestone, Project } from './project.schema.ts'

interface Sides {
  readonly issuer: Issuer
  readonly communeName: string
  readonly contractorName: string
}

const signedBy = ({ communeName, contractorName }: Sides) =>
  signatures([{ capacity: 'Pour la commune' }, { capacity: `Pour ${contractorName}` }], {
    place: communeName,
  })

const describeSides = (project: Project, { communeName, contractorName }: Sides) =>
  facts([
    ['Commune', communeName],
    ['Réalisé par', contractorName],
    ['Montant', project.amount > 0 ? formatMoney(project.amount) : 'Sans coût pour la commune'],
    ['Début prévu', project.startsOn && formatDate(project.startsOn)],
    ['Fin prévue', project.endsOn && formatDate(project.endsOn)],
  ])

const planColumns = [
  'Jalon',
  { label: 'Échéance', kind: 'date' },
  { label: 'Travail', kind: 'percent' },
  { label: 'Paiement', kind: 'money' },
] as const

export function writeCharter(prepared: Prepared, sides: Sides): DocumentModel {
  return inLocale('fr', () => {
    const { project, charter, written, milestones } = prepared
    const answers = toAnswers(written)
    return {
      issuer: sides.issuer,
      kicker: 'Charte de projet',
      title: project.title,
      subtitle: `Principaux points, version ${charter.version.number}`,
      reference: `${project.reference}/CH`,
      date: project.startedAt ?? project.updatedAt,
      ...(project.startedAt === null && { mention: 'Projet' }),
      body: body(
        describeSides(project, sides),
        charter.points.map(({ key, title }, index) =>
          article(index + 1, title, prose(answers.get(key) || 'Non renseigné')),
        ),
        section(
          'Jalons',
          table({
            columns: planColumns,
            rows: listPayments(project.amount, milestones).map((one) => [
              `${one.position}. ${one.title}`,
              one.dueOn,
              one.weight,
              one.payment,
            ]),
            whenEmpty: 'Aucun jalon n’est encore fixé.',
          }),
        ),
        signedBy(sides),
      ),
    }
  })
}

interface Accepted {
  readonly project: Project
  readonly milestone: Milestone
  readonly payment: number
}

const verdictWords: Partial<Record<Milestone['status'], string>> = {
  accepted: 'La commune accepte ce qui est livré, sans réserve.',
  partlyAccepted: 'La commune accepte ce qui est livré, avec les réserves qui suivent.',
  refused: 'La commune refuse ce qui est livré, pour les motifs qui suivent.',
}

/** There are minutes once the commune has judged what was delivered. */
export function isJudged({ status }: Pick<Milestone, 'status'>): boolean {
  return verdictWords[status] !== undefined
}

export function writeAcceptanceMinutes(
  { project, milestone, payment }: Accepted,
  sides: Sides,
): DocumentModel {
  return inLocale('fr', () => {
    const { position, title, deliverables, status, statusReason, reserves, reservesDueOn } =
      milestone
    const reason = status === 'refused' ? (statusReason ?? '') : reserves
    return {
      issuer: sides.issuer,
      kicker: 'Procès-verbal de recette',
      title,
      subtitle: `Jalon ${position} du projet « ${project.title} »`,
      reference: `${project.reference}/PV${position}`,
      date: milestone.acceptedAt ?? milestone.updatedAt,
      body: body(
        facts([
          ['Commune', sides.communeName],
          ['Réalisé par', sides.contractorName],
          ['Échéance', formatDate(milestone.dueOn)],
          ['Livré le', milestone.deliveredAt && formatDate(milestone.deliveredAt)],
          ['Décision', milestoneStatusLabels[status].label],
          ['Paiement dû', status === 'refused' ? null : formatMoney(payment)],
        ]),
        section('Ce qui devait être livré', prose(deliverables)),
        section('Recette', prose(verdictWords[status] ?? '')),
        reason !== '' && section(headingOf(milestone), prose(reason)),
        status === 'partlyAccepted' &&
          reservesDueOn !== null &&
          facts([['Réserves à lever avant le', formatDate(reservesDueOn)]]),
        signedBy(sides),
      ),
    }
  })
}

function headingOf({ status }: Milestone): string {
  if (status === 'refused') return 'Motifs du refus'
  return status === 'accepted' ? 'Réserves, levées depuis' : 'Réserves'
}

interface Closed {
  readonly project: Project
  readonly milestones: readonly Milestone[]
  readonly indicators: readonly Indicator[]
  readonly evaluations: readonly Evaluation[]
  readonly names: ReadonlyMap<string, string>
}

export function writeClosingReport(closed: Closed, sides: Sides): DocumentModel {
  return inLocale('fr', () => {
    const { project, milestones, indicators, evaluations, names } = closed
    return {
      issuer: sides.issuer,
      kicker: 'Rapport de clôture',
      title: project.title,
      subtitle: `Entre la commune de ${sides.communeName} et ${sides.contractorName}`,
      reference: `${project.reference}/CL`,
      date: project.closedAt ?? project.updatedAt,
      body: body(
        describeSides(project, sides),
        section('Jalons', reportPlan(project, milestones)),
        indicators.length > 0 && section('Indicateurs', reportMeasures(indicators)),
        evaluations.map(({ organisationId, stars, achieved, toImprove }) =>
          section(
            `Évaluation : ${names.get(organisationId) ?? ''}`,
            facts([['Note', `${stars} sur 5`]]),
            prose(`Ce qui est atteint. ${achieved}`),
            prose(`Ce qui est à améliorer. ${toImprove}`),
          ),
        ),
        signedBy(sides),
      ),
    }
  })
}

function reportPlan(project: Project, milestones: readonly Milestone[]) {
  return table({
    columns: [
      'Jalon',
      { label: 'Échéance', kind: 'date' },
      { label: 'Recette', kind: 'date' },
      { label: 'Montant', kind: 'money' },
      { label: 'Payé le', kind: 'date' },
    ],
    rows: listPayments(project.amount, milestones).map((one) => [
      `${one.position}. ${one.title}`,
      one.dueOn,
      one.acceptedAt,
      one.payment,
      one.paidOn,
    ]),
    total: ['Total', '', '', project.amount, ''],
  })
}

function reportMeasures(indicators: readonly Indicator[]) {
  return table({
    columns: ['Indicateur', 'Avant', 'Cible', 'Après'],
    rows: indicators.map(({ label, unit, before, target, after }) => [
      unit ? `${label} (${unit})` : label,
      writeMeasure(before),
      writeMeasure(target),
      writeMeasure(after),
    ]),
  })
}
