/** Gathers what a letter is drafted from: the model, the plan in force, the budget, the year before, what the State wrote. */
import { type Category, type Commune, categoryLabels } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { listFundingSources } from '../budgets/account.queries.ts'
import { getGuidanceInForce, listBudgetLines } from '../budgets/budget.queries.ts'
import { drawLines, partOf } from '../budgets/plan-lines.rules.ts'
import { findPlanInForce } from '../plans/plan.queries.ts'
import type { FullPlan, PlanAction } from '../plans/plan.schema.ts'
import { findLetterInForce, listLetterCeilings } from './letter.queries.ts'
import type { BudgetSection } from './letter.schema.ts'
import type {
  LetterSource,
  SourceBudgetLine,
  SourceCeiling,
  SourceExecution,
  SourcePlan,
} from './letter-source.types.ts'
import { getModelInForce } from './model-letter.queries.ts'
import { findStateLetter } from './state-letter.queries.ts'

export interface LoadedSource extends LetterSource {
  readonly planId: string | null
}

export async function loadLetterSource(
  db: Db,
  commune: Pick<Commune, 'id' | 'name' | 'category'>,
  year: number,
): Promise<LoadedSource> {
  const { model, sections, dates } = await getModelInForce(db)
  const full = await findPlanInForce(db, commune.id)
  const category = commune.category as Category
  const guidance = await getGuidanceInForce(db, category, `${year}-01-01`)
  const sources = new Map((await listFundingSources(db)).map(({ code, label }) => [code, label]))
  return {
    commune: commune.name,
    categoryLabel: categoryLabels[category].toLowerCase(),
    year,
    model: { sections, dates, departments: model.departments },
    stateLetter: (await findStateLetter(db, year)) ?? null,
    plan: full ? toSourcePlan(full, commune.id, year, sources) : null,
    planId: full?.plan.id ?? null,
    budgetLines: await listSourceLines(db, commune.id, year),
    lastYear: (await findExecution(db, commune.id, year - 1)) ?? null,
    guidance: guidance
      ? { share: guidance.sharePerMille / 10, isConfirmed: guidance.isConfirmed }
      : null,
    formerCeilings: await listFormerCeilings(db, commune.id, year),
  }
}

type Labels = ReadonlyMap<string, string>

/** What the year costs this commune: all of its own plan, its part of one that it shares. */
function toSourcePlan(
  full: FullPlan,
  communeId: string,
  year: number,
  sources: Labels,
): SourcePlan {
  const { plan, actions } = full
  const lines = drawLines(actions, year, partOf(full, communeId))
  const amountOf = (id: string, section: BudgetSection) =>
    lines.find((line) => line.planActionId === id && line.section === section)?.amount ?? 0
  return {
    reference: plan.reference,
    title: plan.title,
    firstYear: plan.firstYear,
    lastYear: plan.firstYear + plan.years - 1,
    actionCount: actions.length,
    actions: actions
      .map((action) => ({
        ...toSourceAction(action, sources),
        investment: amountOf(action.id, 'investment'),
        running: amountOf(action.id, 'running'),
      }))
      .filter(({ investment, running }) => investment + running > 0),
  }
}

function toSourceAction(action: PlanAction, sources: Labels) {
  const { id, title, axis, priority, reason, purpose, department, fundingSource } = action
  return {
    ...{ id, title, axis, priority, department },
    reason: reason || purpose,
    source: sources.get(fundingSource) ?? fundingSource,
  }
}

async function listSourceLines(
  db: Db,
  communeId: string,
  year: number,
): Promise<SourceBudgetLine[]> {
  const lines = await listBudgetLines(db, communeId, year)
  return lines.map((line) => ({
    id: line.id,
    title: line.label,
    account: line.accountCode ?? line.accountLabel,
    section: line.section,
    source: line.sourceLabel,
    department: line.department,
    justification: line.justification,
    amount: line.amount,
    actionId: line.planActionId,
  }))
}

/** What the year's budget voted, and what was done of it, as everybody may read it. */
async function findExecution(
  db: Db,
  communeId: string,
  year: number,
): Promise<SourceExecution | undefined> {
  const figure = await db
    .selectFrom('planning.budgetFigure')
    .select(['year', 'investment', 'running', 'committed', 'paid'])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!figure) return undefined
  const { investment, running, committed, paid } = figure
  return { year, voted: investment + running, committed, paid }
}

async function listFormerCeilings(
  db: Db,
  communeId: string,
  year: number,
): Promise<SourceCeiling[]> {
  const former = await findLetterInForce(db, communeId, year - 1)
  return former ? listLetterCeilings(db, former.id) : []
}
