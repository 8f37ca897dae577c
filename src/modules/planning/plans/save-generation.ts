/** Writes what was generated into an empty plan: sections, actions with their dependencies, risks, indicators. */
import { createId } from '#platform/id.ts'
import type { Moving } from '#platform/lifecycle.ts'
import type { GeneratedAction, GeneratedPlan } from './generation.types.ts'
import type { Plan } from './plan.schema.ts'

/** The identifier of a part: a fresh one, but for the demonstration world, whose links stay. */
type NameId = (part: string) => string

type Owner = { readonly planId: string; readonly communeId: string }

export async function saveGeneration(
  { db, now }: Pick<Moving, 'db' | 'now'>,
  { id: planId, communeId }: Pick<Plan, 'id' | 'communeId'>,
  generated: GeneratedPlan,
  nameId: NameId = () => createId(),
): Promise<void> {
  const owner = { planId, communeId }
  await db
    .insertInto('planning.planSection')
    .values(
      generated.sections.map(({ key, title, body }, position) => ({
        ...{ ...owner, key, title, body, position },
        generatedBody: body,
      })),
    )
    .execute()
  await insertActions(db, owner, generated.actions, now, nameId)
  const risks = generated.risks.map((risk, position) => ({
    ...{ ...owner, ...risk, position },
    ...{ id: nameId(`risk:${risk.code}`), generated: JSON.stringify(risk) },
  }))
  if (risks.length > 0) await db.insertInto('planning.planRisk').values(risks).execute()
  const indicators = generated.indicators.map((indicator, position) => ({
    ...{ ...owner, ...indicator, position },
    id: nameId(`indicator:${indicator.code}`),
    generated: JSON.stringify(indicator),
  }))
  if (indicators.length > 0)
    await db.insertInto('planning.planIndicator').values(indicators).execute()
}

async function insertActions(
  db: Moving['db'],
  owner: Owner,
  actions: readonly GeneratedAction[],
  now: Date,
  nameId: NameId,
): Promise<void> {
  if (actions.length === 0) return
  const idOf = new Map(actions.map(({ code }) => [code, nameId(`action:${code}`)]))
  await db
    .insertInto('planning.planAction')
    .values(
      actions.map((action, index) => ({
        ...owner,
        ...toActionRow(action),
        ...{ id: idOf.get(action.code) as string, priority: index + 1, updatedAt: now },
      })),
    )
    .execute()
  const dependencies = actions.flatMap(({ code, needs }) =>
    needs.map((need) => ({
      ...owner,
      ...{ actionId: idOf.get(code) as string, needsActionId: idOf.get(need) as string },
    })),
  )
  if (dependencies.length > 0)
    await db.insertInto('planning.planActionDependency').values(dependencies).execute()
}

/** The columns of an action as it was generated, and the same kept aside, so that an edit can be seen later. */
export function toActionRow(action: GeneratedAction) {
  const { needs: _, points: __, effects, domains, ...columns } = action
  return {
    ...columns,
    effects: JSON.stringify(effects),
    domains: [...domains],
    generated: JSON.stringify({ ...columns, effects, domains }),
  }
}
