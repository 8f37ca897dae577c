/** A request in the shape of the standard. Files are told by name and kind: their bytes and their mark stay here. */
import type { Answer, Answers } from '../procedures/procedure.types.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import type { RequestHistoryLine, RequestMessage } from '../requests/thread.queries.ts'
import type { ApplicationLine, TaskLine } from './application.queries.ts'
import { hasEnded, writeStatus } from './application-status.rules.ts'
import { writeFormId } from './form-id.rules.ts'
import { systemTasks, type TaskStatus, writeTaskId } from './task.rules.ts'

/** Whoever asked has no name here but the one a system gave; without one, the request stands for them, so that nobody is followed. */
const nameApplicant = ({ id, applicantRef }: Pick<Request, 'id' | 'applicantRef'>) =>
  applicantRef ?? id

export function writeReceiptOf(request: ApplicationLine) {
  const { id, reference, receivedAt, procedureId, title, status, dueOn } = request
  return {
    ...{ fileId: id, reference: reference ?? '', applicantId: nameApplicant(request) },
    registered: (receivedAt ?? new Date(0)).toISOString(),
    ...{ serviceKey: procedureId, serviceName: title, status: writeStatus(status) },
    ...{ ended: hasEnded(status), dueOn },
  }
}

export function writeApplicationLine(request: ApplicationLine) {
  const eformId = writeFormId(request.procedureId, request.revision)
  return { ...writeReceiptOf(request), eformId }
}

interface Around {
  readonly messages: readonly RequestMessage[]
  readonly history: readonly RequestHistoryLine[]
}

export function writeApplication(request: Request, { messages, history }: Around) {
  const asked = messages.filter(({ kind }) => kind === 'completion').at(-1)
  return {
    ...writeReceiptOf(request),
    applicationData: {
      applicantId: nameApplicant(request),
      created: request.createdAt.toISOString(),
      formData: {
        eFormId: writeFormId(request.procedureId, request.revision),
        data: writeAnswers(request.answers),
      },
      documentUrls: [],
    },
    completionAsked: request.status === 'incomplete' ? (asked?.body ?? null) : null,
    decision: writeDecision(request),
    history: history.map(({ step, occurredAt }) => ({ step, at: occurredAt.toISOString() })),
  }
}

/** What is only proposed is not told. */
function writeDecision(request: Request) {
  const { status, decidedAt, decisionReasons, decisionRemedy } = request
  if (decidedAt === null) return null
  return {
    ...{ isAccepted: status !== 'refused', decidedAt: decidedAt.toISOString() },
    ...{ reasons: decisionReasons, remedy: decisionRemedy },
  }
}

function writeAnswers(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => [code, writeAnswer(answer)]),
  )
}

function writeAnswer(answer: Answer | undefined): unknown {
  if (Array.isArray(answer))
    return answer.map((one) => (typeof one === 'object' && one ? writeAnswers(one) : one))
  if (typeof answer !== 'object' || answer === null || !('sha256' in answer)) return answer
  const { name, mediaType, sizeBytes } = answer
  return { name, mediaType, sizeBytes }
}

export function writeTask(line: TaskLine) {
  const { name, description } = systemTasks[line.status as TaskStatus]
  return {
    ...{ taskId: writeTaskId(line.id, line.status), mainTaskId: line.id, name, description },
    ...{ created: line.updatedAt.toISOString(), serviceKey: line.procedureId },
    ...{ serviceName: line.title, fileId: line.id },
    eFormId: writeFormId(line.procedureId, line.revision),
    status: writeStatus(line.status),
  }
}

export function writeTaskToComplete(line: TaskLine) {
  const { name, step } = systemTasks[line.status as TaskStatus]
  const formVariables = { step, isMessageAsked: step === 'askCompletion' }
  return { ...writeTask(line), taskName: name, formVariables }
}
