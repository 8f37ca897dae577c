/** Somebody of the association who assists a commune, each in a browser of their own. */
import { startAssistance } from '#modules/identity/assistance/assistance.actions.ts'
import type { Assistance } from '#modules/identity/assistance/assistance.queries.ts'
import { createAuthenticate } from '#modules/identity/sessions/authenticate.ts'
import { welcome } from '#modules/identity/sessions/finish-sign-in.ts'
import type { Actor } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import { type Platform, sessionCookie } from '#platform/web.ts'
import type { TestDatabase } from '../database.ts'
import { createActor } from './acting.ts'
import { createTestPlatform, Visit } from './visits.ts'

const association = { id: createId(), kind: 'association', name: 'ANCB' } as const

export const assistanceReason = 'La commune a appelé pour écrire son besoin.'

/** The secretariat and the people of one commune. */
export async function createPeople({ db }: TestDatabase) {
  const commune = { id: createId(), kind: 'commune', name: 'Avrankou' } as const
  return {
    associationId: association.id,
    commune,
    staff: await createActor(db, 'Ablawa', { organisation: association, role: 'staff' }),
    mayor: await createActor(db, 'Sènami', { organisation: commune, role: 'mayor' }),
    agent: await createActor(db, 'Afi', { organisation: commune, role: 'agent' }),
  }
}

export function createAssisting(database: TestDatabase) {
  const platform: Platform = createTestPlatform(database)

  /** Who the next request of this browser is from. */
  async function recognise(visit: Visit): Promise<Actor> {
    const token = visit.cookies.get(sessionCookie) ?? ''
    const { session } = await createAuthenticate(platform.log)(database.db, token, visit.now)
    visit.session = session
    visit.actor = session?.actor ?? visit.actor
    return visit.actor
  }

  async function signIn(person: Actor): Promise<Visit> {
    const visit = new Visit(platform)
    await visit.act((context) => welcome(context, person.id ?? '', false))
    await recognise(visit)
    return visit
  }

  async function start(
    visit: Visit,
    communeId: string,
    hours: '1' | '2' | '4' = '2',
  ): Promise<Assistance> {
    const assistance = await visit.act((context) =>
      startAssistance(context, communeId, { reason: assistanceReason, hours }),
    )
    await recognise(visit)
    return assistance
  }

  return { recognise, signIn, start, open: () => new Visit(platform) }
}
