/** Naming a committee, declaring one's interests, being cut off. */
import { notify } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import type { Call } from '../calls/call.schema.ts'
import { memberLifecycle } from './member.lifecycle.ts'
import { findMember } from './member.queries.ts'
import type { Duty, Member } from './member.schema.ts'

interface Named {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly duty: Duty
}

/** False when the person already sits, or was cut off: nobody comes back. */
export async function nameMember(context: Context, call: Call, named: Named): Promise<boolean> {
  const { db, actor, now } = context
  if (await findMember(db, call.id, named.personId)) return false
  const member = (await db
    .insertInto('collaboration.callMember')
    .values({
      ...named,
      id: createId(now.getTime()),
      callId: call.id,
      communeId: call.communeId,
      status: 'named',
      namedBy: getPersonId(actor),
      namedAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Member
  await recordCreation(context, memberLifecycle, member)
  await notify(
    db,
    {
      organisationId: named.organisationId,
      personIds: [named.personId],
      topic: 'calls',
      subject: () => t('Vous êtes nommé au comité : {title}', { title: call.title }),
      text: () =>
        t(
          'Avant de lire les propositions, dites si vous avez un lien ou un intérêt avec ceux qui pourraient répondre.',
        ),
      link: `/espace/appels/${call.id}/comite/declaration`,
      key: `call:${call.id}:named:${named.personId}`,
    },
    now,
  )
  return true
}

export async function declareNoInterest(context: Context, member: Member): Promise<void> {
  await moveThrough(context, memberLifecycle, member.id, 'declare', {
    set: { declaredAt: context.now },
  })
}

/** By the member's own declaration, or by the executive: access ends now, and the notes given are void, with a trace. */
export async function cutMember(context: Context, member: Member, reason: string): Promise<void> {
  const { now } = context
  await moveThrough(context, memberLifecycle, member.id, 'cut', {
    reason,
    facts: { reasonIsGiven: reason !== '' },
    set: { declaration: reason, cutAt: now },
  })
  await asSystem(context, async () => {
    await context.db
      .updateTable('collaboration.score')
      .set({ voidedAt: now, voidReason: reason })
      .where('callId', '=', member.callId)
      .where('evaluatorId', '=', member.personId)
      .where('voidedAt', 'is', null)
      .execute()
  })
}
