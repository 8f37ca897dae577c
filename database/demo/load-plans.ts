/** Writes the master plans of the demonstration world, generated as a commune's would be, with the steps that led them there. */
import {
  findPlanSources,
  generatePlan,
  type PlanSources,
  saveGeneration,
  takePlanSnapshot,
} from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { afterDe } from '#platform/elision.rules.ts'
import { toDay } from '#platform/format.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { describeDemoDiagnosis } from './demo-diagnosis.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { type DemoPlan, plans } from './plans.ts'

interface World {
  readonly db: Db
  readonly ago: Ago
  readonly year: number
}

export async function loadPlans(db: Db, ago: Ago): Promise<void> {
  const world = { db, ago, year: Number(toDay(ago(0)).slice(0, 4)) }
  for (const plan of plans) await loadPlan(world, plan)
  await db
    .insertInto('platform.referenceCounter')
    .values({ prefix: 'SDSI', year: world.year, lastNumber: plans.length })
    .execute()
}

const planIdOf = ({ key }: DemoPlan) => demoId(`plan:${key}`)

async function loadPlan(world: World, plan: DemoPlan): Promise<void> {
  const { db, ago } = world
  const id = planIdOf(plan)
  const row = describePlan(world, plan)
  await db.insertInto('planning.plan').values(row).execute()
  const sources = await gatherSources(world, plan, row)
  const opened = ago(plan.opened)
  await saveGeneration({ db, now: opened }, row, generatePlan(sources), (part) =>
    demoId(`plan:${plan.key}:${part}`),
  )
  await loadPartners(world, plan)
  await loadSteps(world, plan)
  if (plan.status !== 'draft') await loadVersion(world, plan)
  await loadReview(world, plan, id)
  await loadNotes(world, plan, id)
}

function describePlan({ ago, year }: World, plan: DemoPlan) {
  const { status, number, template, begins, envelopes, opened } = plan
  const name = communes.rows.find(({ slug }) => slug === plan.commune)?.name ?? ''
  const firstYear = year + begins
  const isAdopted = status === 'inForce' || status === 'closed'
  return {
    ...{ id: planIdOf(plan), communeId: organisationId(plan.commune), template, status, firstYear },
    reference: `SDSI-${year}-${String(number).padStart(4, '0')}`,
    title:
      plan.title ??
      `Schéma directeur du numérique ${afterDe(name)}, ${firstYear}-${firstYear + envelopes.length - 1}`,
    years: envelopes.length,
    yearlyEnvelopes: [...envelopes],
    statusReason: plan.reason ?? null,
    generatedAt: ago(opened),
    createdBy: personId('rsi.glazoue'),
    createdAt: ago(opened),
    updatedAt: ago(Math.max(1, opened - 60)),
    ...(isAdopted && {
      councilNumber: `${String(number).padStart(3, '0')}/CC/DEMO`,
      councilDate: toDay(ago(opened - 58)),
      inForceAt: ago(opened - 56),
      frozenVersion: 1,
    }),
    ...(status === 'closed' && { closedAt: ago(30) }),
  }
}

async function gatherSources(
  { db, ago }: World,
  plan: DemoPlan,
  row: ReturnType<typeof describePlan>,
): Promise<PlanSources> {
  const made = describeDemoDiagnosis(row.communeId, plan.level, ago(plan.opened + 20))
  const context = { db, now: ago(0) }
  const sources =
    (await findPlanSources(context, row)) ?? (await findPlanSources(context, row, made))
  if (!sources) throw new Error(`Plan ${plan.key} : sources ?`)
  return plan.opened > declaredFor ? forget(sources) : sources
}

/** Days since communes began to describe their sites and confirm what they use: older plans know nothing of it. */
const declaredFor = 200

function forget(sources: PlanSources): PlanSources {
  const nothing = { setUpCost: 0, yearlyCost: 0, costOverThreeYears: 0, unmet: 0, unknown: 0 }
  return { ...sources, uses: [], gap: { ...sources.gap, ...nothing, sites: [] } }
}

async function loadPartners({ db, ago }: World, plan: DemoPlan): Promise<void> {
  const { partners, opened } = plan
  if (!partners) return
  const planId = planIdOf(plan)
  const leadId = organisationId(plan.commune)
  const rest = partners.reduce((sum, { share }) => sum - share, 100)
  const rows = [{ commune: plan.commune, share: rest }, ...partners]
  await db
    .insertInto('planning.planPartner')
    .values(
      rows.map(({ commune, share }) => ({
        ...{ planId, leadId, share, communeId: organisationId(commune) },
        ...{ status: 'accepted', invitedAt: ago(opened), answeredAt: ago(opened - 9) },
        isPublic: true,
      })),
    )
    .execute()
  await db
    .updateTable('planning.planAction')
    .set({ isShared: true })
    .where('planId', '=', planId)
    .where('isPoolable', '=', true)
    .execute()
}

const road = [
  ['create', 'draft', 0],
  ['submit', 'submitted', 20],
  ['validate', 'validated', 34],
  ['deliberate', 'inForce', 56],
] as const

async function loadSteps({ db, ago }: World, plan: DemoPlan): Promise<void> {
  const reached = road.findIndex(([, to]) => to === plan.status)
  const steps: (readonly [string, string, number])[] = road.slice(
    0,
    reached === -1 ? road.length : reached + 1,
  )
  if (plan.status === 'closed') steps.push(['close', 'closed', plan.opened - 30])
  const communeId = organisationId(plan.commune)
  await db
    .insertInto('planning.planEvent')
    .values(
      steps.map(([step, toStatus, after], index) => ({
        id: demoId(`plan-event:${plan.key}:${index}`),
        ...{ planId: planIdOf(plan), communeId, step, toStatus },
        fromStatus: steps[index - 1]?.[1] ?? null,
        reason: step === 'close' ? (plan.reason ?? null) : null,
        actorId: null,
        organisationId: communeId,
        occurredAt: ago(plan.opened - after),
      })),
    )
    .execute()
}

async function loadVersion({ db, ago }: World, plan: DemoPlan): Promise<void> {
  await db
    .insertInto('planning.planVersion')
    .values({
      id: demoId(`plan-version:${plan.key}:1`),
      planId: planIdOf(plan),
      communeId: organisationId(plan.commune),
      number: 1,
      reason: 'Soumis au secrétaire exécutif',
      snapshot: JSON.stringify(await takePlanSnapshot(db, planIdOf(plan))),
      createdAt: ago(plan.opened - 20),
    })
    .execute()
}

/** The first actions are done, the next under way, one late: what the year's review says. */
async function loadReview({ db, ago, year }: World, plan: DemoPlan, planId: string): Promise<void> {
  const { summary, done = 0, running = 0, late = 0 } = plan
  if (!summary) return
  const communeId = organisationId(plan.commune)
  const reviewed = reviewedYear(plan, year)
  const actions = await db
    .selectFrom('planning.planAction')
    .select(['id', 'investment', 'durationYears'])
    .where('planId', '=', planId)
    .where('startYear', 'is not', null)
    .orderBy('priority')
    .execute()
  await db
    .insertInto('planning.planReview')
    .values({ planId, communeId, year: reviewed, summary, recordedAt: ago(25) })
    .execute()
  const states = actions.map((action, index) => ({ ...action, state: stateAt(index) }))
  function stateAt(index: number): string {
    if (index < done) return 'done'
    if (index < done + running) return 'running'
    return index < done + running + late ? 'late' : 'planned'
  }
  await db
    .insertInto('planning.planActionReview')
    .values(
      states.map(({ id, investment, durationYears, state }) => ({
        ...{ actionId: id, planId, communeId, year: reviewed, state },
        spent: state === 'done' || state === 'running' ? Math.floor(investment / durationYears) : 0,
        comment: state === 'late' ? 'Reprise prévue au premier trimestre.' : '',
      })),
    )
    .execute()
  for (const state of ['done', 'running', 'late'])
    await db
      .updateTable('planning.planAction')
      .set({ status: state })
      .where(
        'id',
        'in',
        states
          .filter((one) => one.state === state)
          .map(({ id }) => id)
          .concat(planId),
      )
      .execute()
}

const reviewedYear = ({ begins, envelopes }: DemoPlan, year: number) =>
  Math.min(year, year + begins + envelopes.length - 1)

async function loadNotes({ db, ago, year }: World, plan: DemoPlan, planId: string): Promise<void> {
  const { notes } = plan
  if (!notes) return
  await db
    .insertInto('planning.planReviewNote')
    .values(
      notes.map(({ commune, note }) => ({
        ...{ planId, note, communeId: organisationId(commune), year: reviewedYear(plan, year) },
        recordedAt: ago(12),
      })),
    )
    .execute()
}
