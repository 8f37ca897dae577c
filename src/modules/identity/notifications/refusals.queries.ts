/** What people do not want to be told, and how. */
import type { Db } from '#platform/database.ts'
import type { Choice } from './channels.rules.ts'
import { channels, type Topic } from './topics.ts'

/** What people said they do or do not want, where they said anything. */
export async function listRefusals(
  db: Db,
  personIds: readonly string[],
  topic: Topic,
): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const choices = new Map<string, Choice[]>()
  if (personIds.length === 0) return choices
  const rows = await db
    .selectFrom('identity.notificationPreference')
    .select(['personId', 'channel', 'isWanted'])
    .where('personId', 'in', [...personIds])
    .where('topic', '=', topic)
    .execute()
  for (const row of rows) choices.set(row.personId, [...(choices.get(row.personId) ?? []), row])
  return choices
}

interface Wanted {
  readonly personId: string
  readonly topic: Topic
  readonly channel: string
  readonly isWanted: boolean
}

export async function keepChoices(db: Db, choices: readonly Wanted[]): Promise<void> {
  await db
    .insertInto('identity.notificationPreference')
    .values(choices)
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'topic', 'channel'])
        .doUpdateSet((row) => ({ isWanted: row.ref('excluded.isWanted') })),
    )
    .execute()
}

/** Nothing more of this kind, by whatever means. */
export function refuseTopic(db: Db, personId: string, topic: Topic): Promise<void> {
  return keepChoices(
    db,
    channels.map((channel) => ({ personId, topic, channel, isWanted: false })),
  )
}

/** « STOP » from a telephone: its owner gets no more campaigns by SMS. False when nobody owns it. */
export async function refuseCampaignsBySms(db: Db, phone: string): Promise<boolean> {
  const person = await db
    .selectFrom('identity.person')
    .select('id as personId')
    .where('phone', '=', phone)
    .executeTakeFirst()
  if (!person) return false
  await keepChoices(db, [{ ...person, topic: 'campaigns', channel: 'sms', isWanted: false }])
  return true
}
