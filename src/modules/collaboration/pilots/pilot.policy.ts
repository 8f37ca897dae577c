/** Who may do what with a pilot: the commune writes and judges, the startup accepts, both follow, everybody reads what was decided. */
import { type Actor, communeOfficers, worksFor } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Pilot } from './pilot.schema.ts'
import type { PilotStep } from './pilot.workflow.ts'

type Subject = Pick<Pilot, 'communeId' | 'startupId' | 'status'>

export const publicStatuses = ['adopted', 'extended', 'stopped'] as const

export const pilotPolicy = {
  /** Its file, with the notes of both sides. A draft is its commune's alone. */
  follow: (actor, pilot) =>
    isCommune(actor, pilot) ||
    associationStaff(actor, pilot) ||
    (isStartup(actor, pilot) && pilot.status !== 'draft'),
  readPublic: (_, { status }) => publicStatuses.some((known) => known === status),
  edit: (actor, pilot) => pilot.status === 'draft' && isCommune(actor, pilot),
  note: (actor, pilot) =>
    ['running', 'extended', 'evaluated'].includes(pilot.status) &&
    (isCommune(actor, pilot) || isStartup(actor, pilot)),
  decide: (actor, pilot) => pilot.status === 'evaluated' && isExecutive(actor, pilot),
  conclude: (actor, pilot) => pilot.status === 'adopted' && isExecutive(actor, pilot),

  propose: isExecutive,
  takeBack: isCommune,
  withdraw: isCommune,
  accept: (actor, { startupId }) => worksFor(actor, startupId, 'manager'),
  decline: (actor, { startupId }) => worksFor(actor, startupId, 'manager'),
  evaluate: isCommune,
  adopt: isExecutive,
  extend: isExecutive,
  stop: isExecutive,
} satisfies Record<
  PilotStep | 'follow' | 'readPublic' | 'edit' | 'note' | 'decide' | 'conclude',
  Rule<Subject>
>

function isCommune(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}

function isStartup(actor: Actor, { startupId }: Subject): boolean {
  return worksFor(actor, startupId, 'manager', 'member')
}
