/** The key of a system of the demonstration world: known to everybody, as its passwords are. */
import { createHash } from 'node:crypto'
import type { Db } from '#platform/database.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

export const demoKey = `cauri_${'demonstration-de-glazoue'.padEnd(43, '-')}`

export async function loadKeys(db: Db, ago: Ago): Promise<void> {
  await db
    .insertInto('identity.apiKey')
    .values({
      ...{ id: demoId('key:glazoue'), organisationId: organisationId('glazoue') },
      ...{
        name: 'Registre d’état civil (fictif)',
        keyHash: createHash('sha256').update(demoKey).digest('hex'),
      },
      ...{
        hint: demoKey.slice(0, 10),
        scopes: ['demandes.lire', 'demandes.deposer', 'taches.traiter'],
      },
      ...{ createdBy: personId('se.glazoue'), createdAt: ago(80), expiresAt: ago(-100) },
    })
    .execute()
}
