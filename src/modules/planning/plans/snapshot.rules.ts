/** A plan as it stands, in the words people read: what a version keeps, and what two versions are compared by. */
import { axisLabels } from '../axes.ts'
import { sayList, sayMoney } from './french.rules.ts'
import type { FullPlan } from './plan.schema.ts'

/** One thing of the plan that can change: a text, an action, a risk. */
export interface SnapshotPart {
  /** The same from one version to the next. */
  readonly key: string
  readonly group: 'frame' | 'section' | 'action' | 'risk' | 'indicator' | 'partner'
  readonly name: string
  readonly body: string
}

export interface Snapshot {
  readonly parts: readonly SnapshotPart[]
}

export function takeSnapshot(full: FullPlan): Snapshot {
  const { plan, sections, risks, indicators, partners } = full
  const envelopes = plan.yearlyEnvelopes.map(
    (amount, index) => `${plan.firstYear + index} : ${sayMoney(amount)}`,
  )
  return {
    parts: [
      {
        ...{ key: 'frame', group: 'frame', name: 'Cadre du plan' },
        body: [plan.title, ...envelopes].join('\n'),
      },
      ...sections.map(({ key, title, body }) => ({
        ...{ key: `section:${key}`, group: 'section' as const, name: title, body },
      })),
      ...listActionParts(full),
      ...risks.map(({ id, title, likelihood, impact, answer }) => ({
        ...{ key: `risk:${id}`, group: 'risk' as const, name: title },
        body: `${title}\nVraisemblance ${likelihood}, gravité ${impact}\n${answer}`,
      })),
      ...indicators.map(({ id, label, unit, baseline, target, targetYear }) => ({
        ...{ key: `indicator:${id}`, group: 'indicator' as const, name: label },
        body: `${label}\nDépart ${baseline ?? 'à relever'}, cible ${target ?? 'à fixer'} ${unit} en ${targetYear}`,
      })),
      ...partners.map(({ communeId, share, status }) => ({
        ...{ key: `partner:${communeId}`, group: 'partner' as const, name: communeId },
        body: `${share} % (${status})`,
      })),
    ],
  }
}

function listActionParts({ actions, dependencies }: FullPlan): SnapshotPart[] {
  const titleOf = new Map(actions.map(({ id, title }) => [id, title]))
  return actions.map((action) => {
    const needs = dependencies
      .filter(({ actionId }) => actionId === action.id)
      .map(({ needsActionId }) => titleOf.get(needsActionId) ?? '')
      .sort()
    return {
      key: `action:${action.id}`,
      group: 'action',
      name: action.title,
      body: [
        action.title,
        action.purpose,
        `Axe : ${axisLabels[action.axis]}`,
        action.startYear === null
          ? 'Hors calendrier'
          : `De ${action.startYear} à ${action.endYear}`,
        `Investissement ${sayMoney(action.investment)}, fonctionnement ${sayMoney(action.running)} par an`,
        `Service : ${action.department}`,
        needs.length > 0 ? `Après : ${sayList(needs)}` : '',
      ]
        .filter(Boolean)
        .join('\n'),
    }
  })
}

export interface PartChange {
  readonly key: string
  readonly group: SnapshotPart['group']
  readonly name: string
  /** Empty when it was not there. */
  readonly before: string
  readonly after: string
}

/** What differs, in the order of the later one; what was taken out comes last. */
export function compareSnapshots(before: Snapshot, after: Snapshot): PartChange[] {
  const old = new Map(before.parts.map((part) => [part.key, part]))
  const fresh = new Set(after.parts.map(({ key }) => key))
  const kept = after.parts.map(({ key, group, name, body }) => ({
    ...{ key, group, name, after: body },
    before: old.get(key)?.body ?? '',
  }))
  const gone = before.parts
    .filter(({ key }) => !fresh.has(key))
    .map(({ key, group, name, body }) => ({ key, group, name, before: body, after: '' }))
  return [...kept, ...gone].filter((change) => change.before !== change.after)
}
