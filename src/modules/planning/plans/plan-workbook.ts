/** The plan as a workbook: actions, calendar, financing, indicators, risks. */
import type { Sheet } from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import { axisLabels } from '../axes.ts'
import { actionStateLabels, nameFunding, nameMechanism } from './plan.labels.ts'
import type { FullPlan } from './plan.schema.ts'
import { listYearCosts, listYears, sumSources, sumYears } from './plan-money.rules.ts'

export function writePlanSheets(full: FullPlan): Sheet[] {
  return inLocale('fr', () => [
    writeActions(full),
    writeCosts(full),
    writeFinancing(full),
    writeIndicators(full),
    writeRisks(full),
  ])
}

function writeActions({ actions }: FullPlan): Sheet {
  return {
    name: 'Actions',
    columns: [
      { label: 'Rang', kind: 'number', width: 0.5 },
      { label: 'Action', width: 2 },
      { label: 'Axe' },
      { label: 'Service responsable' },
      { label: 'Début', kind: 'year' },
      { label: 'Fin', kind: 'year' },
      { label: 'Investissement (FCFA)', kind: 'money' },
      { label: 'Par an ensuite (FCFA)', kind: 'money' },
      { label: 'Source' },
      { label: 'Mécanisme envisagé' },
      { label: 'État' },
      { label: 'Besoin', width: 0.7 },
    ],
    rows: actions.map((action, index) => [
      index + 1,
      action.title,
      axisLabels[action.axis],
      action.department,
      action.startYear,
      action.endYear,
      action.investment,
      action.running,
      nameFunding(action.fundingSource),
      nameMechanism(action.mechanism),
      actionStateLabels[action.status].label,
      action.needReference,
    ]),
  }
}

/** What each action costs each year: investment and running together. */
function writeCosts({ plan, actions }: FullPlan): Sheet {
  return {
    name: 'Calendrier',
    columns: [
      { label: 'Action', width: 1.6 },
      ...listYears(plan).map((year) => ({ label: String(year), kind: 'money' as const })),
    ],
    rows: actions.map((action) => [
      action.title,
      ...listYearCosts(action, plan).map(({ investment, running }) => investment + running),
    ]),
  }
}

function writeFinancing({ plan, actions }: FullPlan): Sheet {
  const totals = sumYears(actions, plan)
  return {
    name: 'Financement',
    columns: [
      { label: 'Ligne', width: 1.3 },
      ...listYears(plan).map((year) => ({ label: String(year), kind: 'money' as const })),
    ],
    rows: [
      ['Investissement', ...totals.map(({ investment }) => investment)],
      ['Fonctionnement', ...totals.map(({ running }) => running)],
      ['Demandé', ...totals.map(({ total }) => total)],
      ['Enveloppe', ...plan.yearlyEnvelopes],
      ...sumSources(actions, plan).map(({ source, byYear }) => [nameFunding(source), ...byYear]),
    ],
  }
}

function writeIndicators({ indicators }: FullPlan): Sheet {
  return {
    name: 'Indicateurs',
    columns: [
      { label: 'Indicateur', width: 2 },
      { label: 'Unité', width: 0.6 },
      { label: 'Départ', kind: 'decimal', width: 0.6 },
      { label: 'Cible', kind: 'decimal', width: 0.6 },
      { label: 'Année', kind: 'year' },
      { label: 'Relevé dans' },
    ],
    rows: indicators.map(({ label, unit, baseline, target, targetYear, source }) => [
      ...[label, unit, baseline, target, targetYear, source],
    ]),
  }
}

function writeRisks({ risks }: FullPlan): Sheet {
  return {
    name: 'Risques',
    columns: [
      { label: 'Risque', width: 2 },
      { label: 'Vraisemblance', kind: 'number', width: 0.7 },
      { label: 'Gravité', kind: 'number', width: 0.6 },
      { label: 'Réponse', width: 3 },
    ],
    rows: risks.map(({ title, likelihood, impact, answer }) => [title, likelihood, impact, answer]),
  }
}
