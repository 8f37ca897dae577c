/** What a system may do for a town hall, status by status. To propose, to decide and to sign are people's (decision 0048). */
import type { RequestStatus } from '../requests/request.workflow.ts'

export const machineSteps = ['take', 'askCompletion', 'close'] as const
export type MachineStep = (typeof machineSteps)[number]

interface SystemTask {
  readonly name: string
  readonly description: string
  readonly step: MachineStep
}

export const systemTasks = {
  received: {
    ...{ name: 'Prendre en charge', step: 'take' },
    description: 'La demande passe en examen ; un agent la prendra en main.',
  },
  inReview: {
    ...{ name: 'Vérifier', step: 'askCompletion' },
    description: 'Demander un complément à qui demande, avec un message ; le délai s’arrête.',
  },
  accepted: {
    ...{ name: 'Remettre et clore', step: 'close' },
    description: 'Ce qui était demandé a été remis.',
  },
} as const satisfies Partial<Record<RequestStatus, SystemTask>>

export type TaskStatus = keyof typeof systemTasks
export const taskStatuses = Object.keys(systemTasks) as TaskStatus[]

const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-zA-Z]+)$/

/** A task is a request at one status: once it has moved, its task is another. */
export function writeTaskId(requestId: string, status: string): string {
  return `${requestId}.${status}`
}

export function readTaskId(
  text: string,
): { readonly requestId: string; readonly status: TaskStatus } | undefined {
  const [, requestId, status] = pattern.exec(text) ?? []
  if (!requestId || !taskStatuses.some((one) => one === status)) return undefined
  return { requestId, status: status as TaskStatus }
}
