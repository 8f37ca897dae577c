/** Who may do what with a diagnosis: the commune's team answers, its RSI submits, its executive confirms, the association reads. */
import { type Actor, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import type { DiagnosisStep } from './diagnosis.workflow.ts'

type Subject = Pick<Diagnosis, 'communeId' | 'status'>

const isOpen = ({ status }: Subject) => status === 'draft' || status === 'returned'

export const diagnosisPolicy = {
  read: mayRead,
  answer: (actor, diagnosis) => isOpen(diagnosis) && isTeam(actor, diagnosis),
  readReport: (actor, diagnosis) => diagnosis.status === 'confirmed' && mayRead(actor, diagnosis),

  /** The executive does where there is nobody for IT: a fact of the step. */
  submit: (actor, { communeId }) => worksFor(actor, communeId, 'itOfficer', 'secretary'),
  sendBack: isExecutive,
  confirm: isExecutive,
} satisfies Record<DiagnosisStep | 'read' | 'answer' | 'readReport', Rule<Subject>>

export function mayStartDiagnosis(actor: Actor): boolean {
  return worksForA(actor, 'commune', ...communeTeam, 'drafter')
}

function mayRead(actor: Actor, diagnosis: Subject): boolean {
  return isTeam(actor, diagnosis) || (associationStaff(actor, diagnosis) && !isOpen(diagnosis))
}

function isTeam(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeTeam, 'drafter')
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}
