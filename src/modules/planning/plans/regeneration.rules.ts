/**
 * What a new generation would change in a plan that people have worked on: part by part, with the mark of what was edited by
 * hand. Nothing is written here; what was edited is never offered as chosen.
 */
import { sayMoney } from './french.rules.ts'
import type { GeneratedAction, GeneratedPlan } from './generation.types.ts'
import type { FullPlan, PlanAction, PlanIndicator, PlanRisk } from './plan.schema.ts'

type Aimed = Pick<PlanIndicator, 'label' | 'baseline' | 'target' | 'targetYear'>

export interface Change {
  /** section:<key>, action:<code>, risk:<code>, indicator:<code>; names the box. */
  readonly key: string
  readonly kind: 'section' | 'action' | 'risk' | 'indicator'
  readonly title: string
  readonly isEdited: boolean
  readonly isNew: boolean
  /** No longer called for. */
  readonly isGone: boolean
  readonly before: string
  readonly after: string
}

export function listRegeneration(full: FullPlan, fresh: GeneratedPlan): Change[] {
  const all = [
    ...listSectionChanges(full, fresh),
    ...listActionChanges(full, fresh),
    ...listItemChanges<Pick<PlanRisk, 'title' | 'answer'>, PlanRisk>(
      'risk',
      full.risks,
      fresh.risks,
      ({ title, answer }) => `${title}
${answer}`,
    ),
    ...listItemChanges<Aimed, PlanIndicator>(
      'indicator',
      full.indicators,
      fresh.indicators.map((one) => ({ ...one, title: one.label })),
      ({ label, baseline, target, targetYear }) =>
        `${label} : ${baseline ?? 'à relever'} → ${target ?? 'à fixer'} (${targetYear})`,
    ),
  ]
  return all.filter(({ before, after }) => before !== after)
}

const same = { isNew: false, isGone: false } as const

function listSectionChanges({ sections }: FullPlan, fresh: GeneratedPlan): Change[] {
  return fresh.sections.map(({ key, title, body }) => {
    const stored = sections.find((section) => section.key === key)
    return {
      ...{ ...same, key: `section:${key}`, kind: 'section', title, after: body },
      isNew: stored === undefined,
      isEdited: stored !== undefined && stored.body !== stored.generatedBody,
      before: stored?.body ?? '',
    }
  })
}

type Described = Pick<
  PlanAction,
  'title' | 'purpose' | 'startYear' | 'endYear' | 'investment' | 'running' | 'department'
>

function describe(action: Described): string {
  const { title, purpose, startYear, endYear, investment, running, department } = action
  return [
    title,
    purpose,
    startYear === null ? 'Hors calendrier' : `De ${startYear} à ${endYear}`,
    `${sayMoney(investment)}, puis ${sayMoney(running)} par an`,
    department,
  ].join('\n')
}

function listActionChanges({ actions }: FullPlan, fresh: GeneratedPlan): Change[] {
  const known = new Set(fresh.actions.map(({ code }) => code))
  const offered = fresh.actions.map((action: GeneratedAction): Change => {
    const stored = actions.find(({ code }) => code === action.code)
    return {
      ...{ ...same, key: `action:${action.code}`, kind: 'action', title: action.title },
      isNew: stored === undefined,
      isEdited: stored?.editedAt !== null && stored !== undefined,
      before: stored ? describe(stored) : '',
      after: describe(action),
    }
  })
  const gone = actions
    .filter(({ code, generated }) => code !== null && generated !== null && !known.has(code))
    .map(
      (action): Change => ({
        ...{ ...same, key: `action:${action.code}`, kind: 'action', title: action.title },
        isGone: true,
        isEdited: action.editedAt !== null,
        before: describe(action),
        after: '',
      }),
    )
  return [...offered, ...gone]
}

interface Item {
  readonly code: string | null
}

function listItemChanges<
  Words extends object,
  Kept extends Item & Words & { editedAt: Date | null },
>(
  kind: 'risk' | 'indicator',
  stored: readonly Kept[],
  fresh: readonly (Item & Words & { title: string })[],
  say: (item: Words) => string,
): Change[] {
  return fresh.map((item) => {
    const known = stored.find(({ code }) => code !== null && code === item.code)
    return {
      ...{ ...same, key: `${kind}:${item.code}`, kind, title: item.title },
      isNew: known === undefined,
      isEdited: known !== undefined && known.editedAt !== null,
      before: known ? say(known) : '',
      after: say(item),
    }
  })
}
