/** The people of the tests: one of each role, in a commune, a neighbour, two startups and the association. */
import { type Actor, type OrganisationKind, type Role, visitor } from '#platform/actor.ts'

const organisations = {
  glazoue: { id: '00000000-0000-7000-8000-000000000001', kind: 'commune', name: 'Glazoué' },
  bohicon: { id: '00000000-0000-7000-8000-000000000002', kind: 'commune', name: 'Bohicon' },
  startupA: { id: '00000000-0000-7000-8000-00000000000a', kind: 'startup', name: 'Startup A' },
  startupB: { id: '00000000-0000-7000-8000-00000000000b', kind: 'startup', name: 'Startup B' },
  ancb: { id: '00000000-0000-7000-8000-0000000000ff', kind: 'association', name: 'ANCB' },
} as const satisfies Record<string, { id: string; kind: OrganisationKind; name: string }>

export const organisationIds = {
  glazoue: organisations.glazoue.id,
  bohicon: organisations.bohicon.id,
  startupA: organisations.startupA.id,
  startupB: organisations.startupB.id,
  ancb: organisations.ancb.id,
}

let count = 0

function createActor(organisation: keyof typeof organisations, role: Role): Actor {
  count++
  const id = `00000000-0000-7000-9000-${String(count).padStart(12, '0')}`
  return {
    kind: 'person',
    id,
    name: `${role} ${organisation}`,
    organisation: organisations[organisation],
    role,
  }
}

export const actors = {
  visiteur: visitor,
  usager: {
    kind: 'person',
    id: '00000000-0000-7000-9000-ffffffffffff',
    name: 'Usager',
    organisation: null,
    role: null,
  },
  maireGlazoue: createActor('glazoue', 'mayor'),
  seGlazoue: createActor('glazoue', 'secretary'),
  rsiGlazoue: createActor('glazoue', 'itOfficer'),
  agentGlazoue: createActor('glazoue', 'agent'),
  seBohicon: createActor('bohicon', 'secretary'),
  rsiBohicon: createActor('bohicon', 'itOfficer'),
  agentBohicon: createActor('bohicon', 'agent'),
  responsableA: createActor('startupA', 'manager'),
  membreA: createActor('startupA', 'member'),
  responsableB: createActor('startupB', 'manager'),
  secretariatAncb: createActor('ancb', 'staff'),
  commissaireAncb: createActor('ancb', 'commissioner'),
  /** The secretariat while it assists Glazoué. */
  ancbPourGlazoue: {
    ...createActor('glazoue', 'drafter'),
    assistance: {
      id: '00000000-0000-7000-9000-000000a55157',
      endsAt: new Date('2026-11-23T13:00:00Z'),
    },
  },
} as const satisfies Record<string, Actor>

export type ActorName = keyof typeof actors
export const actorNames = Object.keys(actors) as ActorName[]
