/** Making a key and taking it back, in the journal of its organisation. */

import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { addDays } from '#platform/days.rules.ts'
import { t } from '#platform/i18n.ts'
import { createId, createToken } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { notify } from '../notifications/notify.ts'
import { leadingRoles } from '../organisations/membership.policy.ts'
import type { Organisation } from '../organisations/organisation.queries.ts'
import { hashToken } from '../sessions/authenticate.ts'
import { listKeys } from './api-key.queries.ts'
import { findKeyState, hintAt, writeKey } from './api-key.rules.ts'
import { mostKeys, type Scope } from './scope.lists.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

interface NewKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly days: number
}

export interface MadeKey {
  readonly id: string
  /** Known here and to whoever asked for it, and nowhere else. */
  readonly key: string
}

/** The key, or why there is none. */
export async function createKey(
  context: Acting,
  organisation: Organisation,
  { name, scopes, days }: NewKey,
): Promise<MadeKey | 'nameTaken' | 'tooMany'> {
  const { db, actor, now } = context
  const known = await listKeys(db, organisation.id)
  if (known.filter((one) => findKeyState(one, now) === 'live').length >= mostKeys) return 'tooMany'
  const key = writeKey(createToken())
  const id = createId(now.getTime())
  const made = await db
    .insertInto('identity.apiKey')
    .values({
      ...{ id, organisationId: organisation.id, name, scopes: [...scopes] },
      ...{ keyHash: hashToken(key), hint: hintAt(key) },
      ...{ createdBy: getPersonId(actor), createdAt: now, expiresAt: addDays(now, days) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return 'nameTaken'
  await recordKey(context, organisation, id, 'apiKey.create', { scopes: scopes.join(' '), days })
  await tellLeaders(context, organisation, id, name)
  return { id, key }
}

/** From here on it opens nothing. A second time changes nothing. */
export async function revokeKey(
  context: Acting,
  organisation: Organisation,
  keyId: string,
): Promise<void> {
  const { db, actor, now } = context
  const { numUpdatedRows } = await db
    .updateTable('identity.apiKey')
    .set({ revokedAt: now, revokedBy: getPersonId(actor) })
    .where('id', '=', keyId)
    .where('organisationId', '=', organisation.id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await recordKey(context, organisation, keyId, 'apiKey.revoke', {})
}

function recordKey(
  { db, actor, now }: Acting,
  { id: organisationId }: Organisation,
  keyId: string,
  action: 'apiKey.create' | 'apiKey.revoke',
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  const subject = { subjectKind: 'apiKey', subjectId: keyId, details }
  return recordAudit(db, { actor, organisationId, action, ...subject }, now)
}

/** A key is a lasting way in: whoever answers for the organisation and did not make it must know. */
function tellLeaders(
  { db, actor, now }: Acting,
  organisation: Organisation,
  keyId: string,
  name: string,
): Promise<void> {
  const notice = {
    organisationId: organisation.id,
    roles: leadingRoles[organisation.kind],
    topic: 'account',
    subject: () =>
      t('Une clé a été créée pour {organisation}', { organisation: organisation.name }),
    text: () =>
      t(
        '{person} a créé la clé « {name} » : un système peut désormais agir pour {organisation}. Si ce n’était pas voulu, révoquez-la.',
        { person: actor.name, name, organisation: organisation.name },
      ),
    link: `/espace/organisations/${organisation.id}/cles`,
    key: `api-key:${keyId}`,
  } as const
  return notify(db, notice, now)
}
