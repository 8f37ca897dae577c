/** Tasks: what waits for the town hall and its systems may do, through the same actions, workflow and policy as its people. */
import { getOrganisationId } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { outdated } from '#platform/lifecycle.ts'
import { cutPage } from '#platform/published-cursor.rules.ts'
import { type Context, json, problem } from '#platform/web.ts'
import { askCompletion, closeRequest, takeRequest } from '../requests/instruct-request.actions.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import { findTaskLine, listTaskLines, type TaskLine } from './application.queries.ts'
import { writeStatus } from './application-status.rules.ts'
import { operations } from './operation.lists.ts'
import { answerPage, keyOperation } from './serve-operation.ts'
import { type MachineStep, readTaskId, systemTasks, type TaskStatus } from './task.rules.ts'
import { writeTask, writeTaskToComplete } from './write-application.rules.ts'

const listTasks = keyOperation(operations.listTasks, async ({ query, context }) => {
  const { fileId = null, serviceKey = null, after = null, maxResult } = query
  const filter = { procedureId: serviceKey, fileId, after }
  const communeId = getOrganisationId(context.actor)
  const found = await listTaskLines(context.db, communeId, filter, maxResult)
  const { rows, last } = cutPage(found, maxResult)
  return answerPage({ rows: rows.map(writeTask), last }, context)
})

const getTask = keyOperation(operations.getTask, async ({ params, context }) => {
  const { line, status } = await loadTask(context, params.task ?? '')
  if (line.status !== status) throw new NotFound()
  return json(writeTaskToComplete(line))
})

/** The request, locked: two systems never do one task twice. */
async function loadTask(
  { db }: Pick<Context, 'db'>,
  taskId: string,
): Promise<{ readonly line: TaskLine; readonly status: TaskStatus }> {
  const task = readTaskId(taskId)
  const line = task && (await findTaskLine(db, task.requestId))
  if (!task || !line) throw new NotFound()
  return { line, status: task.status }
}

const completeTask = keyOperation(operations.completeTask, async ({ params, body, context }) => {
  const { line, status } = await loadTask(context, params.task ?? '')
  await context.db
    .selectFrom('services.request')
    .select('status')
    .where('id', '=', line.id)
    .forUpdate()
    .execute()
  const { line: locked } = await loadTask(context, params.task ?? '')
  if (locked.status !== status) return problem(409, outdated, { code: 'status' })
  const { step } = systemTasks[status]
  const { message = '' } = body.data
  if (step === 'askCompletion' && message === '') return messageMissing
  const moved = await steps[step](context, line.id, message)
  return json({
    ...{ taskId: params.task, fileId: moved.id, serviceKey: moved.procedureId },
    ...{ status: writeStatus(moved.status), variables: {} },
  })
})

const messageMissing = problem(422, 'Écrivez ce qui manque ou ce qui ne va pas.', {
  ...{ code: 'message', errors: { 'data.message': 'Écrivez ce qui manque ou ce qui ne va pas.' } },
})

type Step = (context: Context, id: string, message: string) => Promise<Request>

/** There is no other: a system neither proposes, nor decides, nor signs. */
const steps: Readonly<Record<MachineStep, Step>> = {
  take: takeRequest,
  askCompletion,
  close: closeRequest,
}

export const taskEndpoints = [listTasks, getTask, completeTask]
