/** Which person an identity of the provider stands for; never by their e-mail address alone. */
import { recordAudit } from '#platform/audit.ts'
import type { Db } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import type { ProvenIdentity } from './provider.ts'

/** Proved by the provider, and linked to nobody yet: it waits here until somebody signs in, or creates an account. */
export const unlinkedIdentity = createSealedCookie<ProvenIdentity & { readonly next: string }>(
  'cauri-identite',
  1800,
)

type Key = Pick<ProvenIdentity, 'issuer' | 'subject'>

export function findLinkedPerson(db: Db, { issuer, subject }: Key) {
  return db
    .selectFrom('identity.oidcLink as link')
    .innerJoin('identity.person as person', 'person.id', 'link.personId')
    .select(['person.id', 'person.totpConfirmedAt', 'person.disabledAt'])
    .where('link.issuer', '=', issuer)
    .where('link.subject', '=', subject)
    .executeTakeFirst()
}

export function findOwnLink(db: Db, personId: string, issuer: string) {
  return db
    .selectFrom('identity.oidcLink')
    .select('createdAt')
    .where('personId', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
}

/** False when somebody else has linked it meanwhile. */
export async function linkIdentity(
  context: Context,
  personId: string,
  { issuer, subject }: Key,
): Promise<boolean> {
  const { db, now } = context
  const row = await db
    .insertInto('identity.oidcLink')
    .values({ issuer, subject, personId, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  if (!row) return (await findLinkedPerson(db, { issuer, subject }))?.id === personId
  await recordLink(context, personId, 'link')
  await tellSecurityChange(db, personId, 'identityLinked', now)
  return true
}

export async function unlinkIdentity(context: Context, personId: string, issuer: string) {
  await context.db
    .deleteFrom('identity.oidcLink')
    .where('personId', '=', personId)
    .where('issuer', '=', issuer)
    .execute()
  await recordLink(context, personId, 'unlink')
}

async function recordLink({ db, actor, now }: Context, personId: string, act: 'link' | 'unlink') {
  const subject = { subjectKind: 'person', subjectId: personId, details: {} }
  await recordAudit(db, { actor, organisationId: null, action: `identity.${act}`, ...subject }, now)
}
