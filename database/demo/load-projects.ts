/** Writes the projects of the demonstration world, with the history that led them where they are. */
import { toDay } from '#platform/format.ts'
import charter from '#reference/charter.json' with { type: 'json' }
import { demoId } from './ids.ts'
import { insertMilestone } from './load-milestones.ts'
import { needs } from './needs.ts'
import { projectId, sidesOf, type World } from './project-sides.ts'
import { type DemoProject, projects } from './projects.ts'

const roads: Record<DemoProject['status'], readonly [step: string, to: string][]> = {
  preparing: [],
  running: [['start', 'running']],
  suspended: [
    ['start', 'running'],
    ['suspend', 'suspended'],
  ],
  closed: [
    ['start', 'running'],
    ['close', 'closed'],
  ],
  abandoned: [
    ['start', 'running'],
    ['abandon', 'abandoned'],
  ],
}

/** Returns the highest number given, for the counter of references. */
export async function loadProjects(world: World): Promise<number> {
  const { id: charterVersionId } = await world.db
    .selectFrom('collaboration.charterVersion')
    .select('id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  for (const project of projects) {
    await insertProject(world, project, charterVersionId)
    await insertHistory(world, project)
    await insertPoints(world, project)
    for (const [index, milestone] of project.milestones.entries())
      await insertMilestone(world, project, milestone, index + 1)
    await insertMeasures(world, project)
    await insertEntries(world, project)
    await insertEvaluations(world, project)
  }
  return Math.max(...projects.map(({ number }) => number))
}

/** When a project that is over ended. */
const endDays = ({ endsIn }: DemoProject) => Math.max(-endsIn, 1)

async function insertProject(
  { db, ago, year }: World,
  project: DemoProject,
  charterVersionId: string,
): Promise<void> {
  const { number, solution, contractor = '', needNumber, title, summary, amount, status } = project
  const { communeId, startupId, people: authors } = sidesOf(project)
  const need = needs.find((one) => one.number === needNumber)
  const isOver = status === 'closed' || status === 'abandoned'
  await db
    .insertInto('collaboration.project')
    .values({
      id: projectId(number),
      reference: `PRJ-${year}-${String(number).padStart(4, '0')}`,
      communeId,
      startupId,
      contractor,
      solutionId: solution ? demoId(`solution:${solution}`) : null,
      needId: need ? demoId(`need:${need.commune}:${need.title}`) : null,
      charterVersionId,
      title,
      summary,
      amount,
      services: [...project.services],
      startsOn: toDay(ago(-project.startsIn)),
      endsOn: toDay(ago(-project.endsIn)),
      status,
      statusReason: project.reason ?? null,
      createdBy: authors.commune,
      createdAt: ago(project.days),
      updatedAt: ago(isOver ? endDays(project) : 2),
      startedAt: status === 'preparing' ? null : ago(-project.startsIn),
      closedAt: isOver ? ago(endDays(project)) : null,
    })
    .execute()
}

async function insertHistory({ db, ago }: World, project: DemoProject): Promise<void> {
  const { communeId, startupId, people: authors } = sidesOf(project)
  const road: [string, string][] = [['create', 'preparing'], ...roads[project.status]]
  const moments = [project.days, -project.startsIn, endDays(project)]
  const rows = road.map(([step, toStatus], index) => ({
    id: demoId(`project-event:${project.number}:${index}`),
    projectId: projectId(project.number),
    communeId,
    startupId,
    step,
    fromStatus: road[index - 1]?.[1] ?? null,
    toStatus,
    reason: index === road.length - 1 ? (project.reason ?? null) : null,
    actorId: authors.commune,
    organisationId: communeId,
    occurredAt: ago(project.status === 'suspended' && index === 2 ? 14 : (moments[index] ?? 1)),
  }))
  await db.insertInto('collaboration.projectEvent').values(rows).execute()
}

/** The examples of the charter stand for what a commune would write. */
async function insertPoints({ db, ago }: World, project: DemoProject): Promise<void> {
  const { communeId, startupId, people: authors } = sidesOf(project)
  const rows = charter.rows.map(({ key, example }, index) => ({
    projectId: projectId(project.number),
    communeId,
    startupId,
    key,
    body: index < project.written ? example : '',
    updatedBy: authors.commune,
    updatedAt: ago(project.days - 1),
  }))
  await db.insertInto('collaboration.projectPoint').values(rows).execute()
}

async function insertMeasures({ db, ago }: World, project: DemoProject): Promise<void> {
  const { communeId, startupId } = sidesOf(project)
  const rows = (project.indicators ?? []).map(({ after, ...indicator }, index) => ({
    ...indicator,
    id: demoId(`indicator:${project.number}:${index}`),
    projectId: projectId(project.number),
    communeId,
    startupId,
    position: index + 1,
    after: after ?? null,
    measuredOn: after === undefined ? null : toDay(ago(endDays(project))),
  }))
  if (rows.length > 0) await db.insertInto('collaboration.projectIndicator').values(rows).execute()
}

async function insertEntries({ db, ago }: World, project: DemoProject): Promise<void> {
  const { communeId, startupId, people: authors } = sidesOf(project)
  const rows = (project.entries ?? []).map(({ side, days, answer = '', ...entry }, index) => ({
    ...entry,
    id: demoId(`entry:${project.number}:${index}`),
    projectId: projectId(project.number),
    communeId,
    startupId,
    answer,
    closedAt: answer ? ago(days - 10) : null,
    authorId: authors[side],
    authorOrganisationId: side === 'startup' && startupId ? startupId : communeId,
    writtenAt: ago(days),
  }))
  if (rows.length > 0) await db.insertInto('collaboration.projectEntry').values(rows).execute()
}

async function insertEvaluations({ db, ago }: World, project: DemoProject): Promise<void> {
  const { communeId, startupId, people: authors } = sidesOf(project)
  const rows = (project.evaluations ?? []).map(({ side, ...opinion }) => ({
    ...opinion,
    projectId: projectId(project.number),
    organisationId: side === 'startup' && startupId ? startupId : communeId,
    communeId,
    startupId,
    writtenBy: authors[side],
    writtenAt: ago(endDays(project) + 2),
  }))
  if (rows.length > 0) await db.insertInto('collaboration.projectEvaluation').values(rows).execute()
}
