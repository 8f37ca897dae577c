/** The master plan as a paper: what a consultant would hand over, from the plan as it is stored. */
import {
  type Block,
  body,
  calendar,
  contents,
  type DocumentModel,
  facts,
  type Issuer,
  pageBreak,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import { axisLabels } from '../axes.ts'
import { sayCount, sayLevel, sayMoney } from './french.rules.ts'
import { actionStateLabels, nameFunding, nameMechanism } from './plan.labels.ts'
import type { FullPlan, PlanAction } from './plan.schema.ts'
import { writeFinancing } from './plan-financing.paper.ts'
import { listYears, sumTotals } from './plan-money.rules.ts'
import { getTemplate } from './template.facts.ts'

export interface PlanPaperParts {
  readonly full: FullPlan
  readonly names: ReadonlyMap<string, string>
  readonly issuer: Issuer
}

const isAdopted = ({ plan }: FullPlan) => plan.status === 'inForce' || plan.status === 'closed'

export function writePlan({ full, names, issuer }: PlanPaperParts): DocumentModel {
  const { plan } = full
  return inLocale('fr', () => ({
    issuer,
    kicker: getTemplate(plan.template).name,
    title: plan.title,
    subtitle: `${plan.firstYear}–${plan.firstYear + plan.years - 1}`,
    reference: plan.reference,
    date: plan.inForceAt ?? plan.updatedAt,
    ...(!isAdopted(full) && { mention: 'Projet' }),
    body: body(
      facts(listHead(full, names)),
      contents(),
      pageBreak(),
      full.sections.map((one) =>
        section(one.title, prose(one.body), ...tablesOf(one.key, full, names)),
      ),
      !isAdopted(full) &&
        signatures([{ capacity: 'Le secrétaire exécutif' }, { capacity: 'Le maire' }], {
          place: names.get(plan.communeId),
        }),
    ),
  }))
}

function listHead(full: FullPlan, names: ReadonlyMap<string, string>): [string, string | null][] {
  const { plan, actions, partners } = full
  const { investment, running } = sumTotals(actions, plan)
  const others = partners.filter(
    ({ communeId, status }) => communeId !== plan.communeId && status === 'accepted',
  )
  return [
    ['Commune', names.get(plan.communeId) ?? ''],
    ['Avec', others.map(({ communeId }) => names.get(communeId)).join(', ') || null],
    ['Période', `${plan.firstYear}–${plan.firstYear + plan.years - 1}`],
    [
      'Actions au calendrier',
      sayCount(actions.filter(({ startYear }) => startYear !== null).length, 'action', 'actions'),
    ],
    ['Investissement', sayMoney(investment)],
    ['Fonctionnement sur la période', sayMoney(running)],
    [
      'Délibération',
      plan.councilNumber && plan.councilDate
        ? `N° ${plan.councilNumber} du ${plan.councilDate.split('-').reverse().join('/')}`
        : null,
    ],
  ]
}

type Names = ReadonlyMap<string, string>
const writers: Readonly<Record<string, (full: FullPlan, names: Names) => Block[]>> = {
  portfolio: (full) =>
    body(
      writeSummary(full),
      full.actions.map((action) => writeSheet(full, action)),
    ),
  calendar: (full) => [writeCalendar(full)],
  risks: ({ risks }) => [
    table({
      columns: [
        { label: 'Risque', width: 2 },
        { label: 'Vraisemblance', kind: 'number' },
        { label: 'Gravité', kind: 'number' },
        { label: 'Réponse', width: 3 },
      ],
      rows: risks.map(({ title, likelihood, impact, answer }) => [
        title,
        likelihood,
        impact,
        answer,
      ]),
    }),
  ],
  dashboard: ({ indicators }) => [
    table({
      columns: [
        { label: 'Indicateur', width: 3 },
        'Départ',
        'Cible',
        { label: 'En', kind: 'text' },
        { label: 'Relevé dans', width: 2 },
      ],
      rows: indicators.map(({ label, unit, baseline, target, targetYear, source }) => [
        label,
        baseline === null ? 'À relever' : `${sayLevelOr(baseline)} ${unit}`,
        target === null ? 'À fixer' : `${sayLevelOr(target)} ${unit}`,
        String(targetYear),
        source,
      ]),
    }),
  ],
  financing: writeFinancing,
}

const sayLevelOr = (value: number) => (Number.isInteger(value) ? String(value) : sayLevel(value))

function tablesOf(key: string, full: FullPlan, names: Names): Block[] {
  return writers[key]?.(full, names) ?? []
}

function writeSummary({ actions }: FullPlan): Block {
  return table({
    caption: 'Les actions par priorité',
    columns: [
      { label: 'Action', width: 4 },
      { label: 'Axe', width: 2 },
      { label: 'Quand', width: 1.4 },
      { label: 'Investissement (FCFA)', kind: 'money', width: 1.8 },
      { label: 'Par an ensuite (FCFA)', kind: 'money', width: 1.8 },
    ],
    rows: actions.map((action, index) => [
      `${index + 1}. ${action.title}`,
      axisLabels[action.axis],
      sayYears(action),
      action.investment,
      action.running,
    ]),
    whenEmpty: 'Aucune action.',
  })
}

export function sayYears({ startYear, endYear }: PlanAction): string {
  if (startYear === null) return 'Hors calendrier'
  return startYear === endYear ? String(startYear) : `${startYear}–${endYear}`
}

/** The sheet of one action (« fiche projet »). */
function writeSheet({ actions, dependencies, partners }: FullPlan, action: PlanAction): Block {
  const titleOf = new Map(actions.map(({ id, title }) => [id, title]))
  const needs = dependencies
    .filter(({ actionId }) => actionId === action.id)
    .map(({ needsActionId }) => titleOf.get(needsActionId) ?? '')
  return section(
    `Fiche ${actions.indexOf(action) + 1} : ${action.title}`,
    action.purpose !== '' && prose(action.purpose),
    facts([
      ['Pourquoi ici', action.reason],
      ['Axe', axisLabels[action.axis]],
      ['Service responsable', action.department],
      ['Quand', sayYears(action)],
      ['Investissement', sayMoney(action.investment)],
      ['Fonctionnement par an', sayMoney(action.running)],
      ['Source', nameFunding(action.fundingSource)],
      ['Mécanisme envisagé', nameMechanism(action.mechanism)],
      ['Après', needs.join(' ; ') || null],
      ['Ce qu’il faut avant', action.prerequisites],
      ['Partage', partners.length > 0 && action.isShared ? 'Partagée entre les communes' : null],
      ['État', action.status === 'planned' ? null : actionStateLabels[action.status].label],
    ]),
  )
}

function writeCalendar({ plan, actions }: FullPlan): Block {
  const placed = actions
    .filter(({ startYear }) => startYear !== null)
    .toSorted((a, b) => (a.startYear ?? 0) - (b.startYear ?? 0) || a.priority - b.priority)
  return calendar({
    columns: listYears(plan).map(String),
    rows: placed.map(({ title, startYear, endYear, running }) => ({
      label: title,
      from: (startYear ?? 0) - plan.firstYear,
      to: (endYear ?? 0) - plan.firstYear,
      goesOn: running > 0,
    })),
    legend: 'Plein : travaux. Trait : service rendu, avec son fonctionnement.',
  })
}
