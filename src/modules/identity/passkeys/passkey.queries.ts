/** Passkeys of a person: public halves only, the private ones never leave their devices. */
import type { Db } from '#platform/database.ts'

export type Passkey = NonNullable<Awaited<ReturnType<typeof findOwnPasskey>>>

export function listPasskeys(db: Db, personId: string) {
  return db
    .selectFrom('identity.passkey')
    .select(['id', 'name', 'credentialId', 'transports', 'createdAt', 'lastUsedAt'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .limit(50)
    .execute()
}

export function findOwnPasskey(db: Db, personId: string, passkeyId: string) {
  return db
    .selectFrom('identity.passkey')
    .select(['id', 'name'])
    .where('id', '=', passkeyId)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/** With its owner, and locked: its counter is about to change. */
export function lockPasskey(db: Db, credentialId: string) {
  return db
    .selectFrom('identity.passkey as passkey')
    .innerJoin('identity.person as person', 'person.id', 'passkey.personId')
    .select(['passkey.id', 'passkey.personId', 'passkey.credentialId', 'passkey.publicKey'])
    .select(['passkey.counter', 'passkey.transports', 'person.disabledAt'])
    .where('passkey.credentialId', '=', credentialId)
    .forUpdate('passkey')
    .executeTakeFirst()
}
