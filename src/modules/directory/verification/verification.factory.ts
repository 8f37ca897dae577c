/** For tests: a company and its solution as their people fill them in, and the acts of a story, each a minute after the last. */
import { type Actor, system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import type { Context, Upload } from '#platform/web.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { associationId, associationName } from '#reference/load-reference.ts'
import { actAs, createActor, type Organisation } from '#test/factories/acting.ts'
import { listMessagesOf } from '#test/factories/messages.ts'
import type { Section } from '../solutions/sections/section.schema.ts'
import type { Solution } from '../solutions/solution.schema.ts'
import { Registration } from '../startups/startup.schema.ts'

export const association: Organisation = {
  id: associationId,
  kind: 'association',
  name: associationName,
}

export const label = {
  labelNumber: 'LS-2026-001',
  labelIssuedOn: '2024-02-20',
  labelFile: {
    name: 'label.pdf',
    sha256: 'f'.repeat(64),
    sizeBytes: 4000,
    mediaType: 'application/pdf',
  },
}

/** A complete registration, with what this story says otherwise. */
export function createAnswers(given: object = {}): Registration {
  return Registration.parse({
    name: 'Doba Numérique',
    legalForm: 'sarl',
    ifu: '3202412345678',
    rccm: 'RB/COT/24 B 12345',
    phone: '0197000001',
    email: 'contact@doba.example',
    communeId: communes.rows[0]?.id,
    address: 'Ganhi',
    domains: ['markets'],
    presentation:
      'Nous mettons les marchés des communes en ligne : places, tickets, encaissements, avec et sans réseau.',
    foundedOn: '2022-01-10',
    ...given,
  })
}

const long =
  'Une réponse assez longue pour que le secrétaire exécutif d’une commune comprenne vraiment de quoi il s’agit.'

/** Every section of a complete solution. */
export const completeSections: Readonly<Record<Section, Partial<Solution>>> = {
  presentation: { summary: long, problem: long, domains: ['markets'] },
  fonctions: { description: long, services: ['market-stall'] },
  prerequis: { minConnectivity: '2g', worksOffline: true },
  prix: { priceSetup: 0, priceYearly: 600_000 },
  hebergement: { hostingPlace: 'Cotonou' },
  reversibilite: { reversibility: long, support: long },
}

export function createScreenshot(count: number) {
  const upload: Upload = {
    name: `ecran-${count}.png`,
    sha256: count.toString(16).padStart(64, '0'),
    sizeBytes: 1000,
    mediaType: 'image/png',
  }
  return { upload, kind: 'screenshot', caption: `Écran numéro ${count} de la tournée` } as const
}

export class Story {
  readonly db: Db
  now = new Date('2026-11-23T09:00:00Z')

  constructor(db: Db) {
    this.db = db
  }

  /** Somebody who was not there before. */
  meet(...parts: [name: string, membership?: Parameters<typeof createActor>[2]]): Promise<Actor> {
    return writeAs(this.db, system, (db) => createActor(db, ...parts))
  }

  act<T>(actor: Actor, work: (context: Context) => Promise<T>): Promise<T> {
    this.now = new Date(this.now.getTime() + 60_000)
    return actAs(this.db, actor, this.now, work)
  }

  see<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T> {
    return readAs(this.db, actor, work)
  }

  /** What this person was told, the newest first. */
  listMessages(person: Actor) {
    return listMessagesOf(this.db, person)
  }
}
