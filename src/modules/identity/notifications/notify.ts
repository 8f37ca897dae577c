/** Tells the people of an organisation, each by the means they chose, once. */
import type { Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import type { Words } from '#platform/i18n.ts'
import { deliver } from './deliver.ts'
import type { Topic } from './topics.ts'

export interface Notification {
  readonly organisationId: string
  /** Only members with one of these roles; all of them when absent. */
  readonly roles?: readonly Role[]
  readonly personIds?: readonly string[]
  /** Whoever acted need not be told. */
  readonly exceptPersonId?: string | null
  readonly topic: Topic
  /** A decision, a deadline of the law: it reaches whoever turned its topic off. */
  readonly isFormal?: boolean
  /** Said once for each recipient, in their language. */
  readonly subject: Words
  readonly text: Words
  /** A path of the site. */
  readonly link: string
  /** The same key is the same message: nobody gets it twice. */
  readonly key: string
}

/** Queued in this transaction; nothing leaves unless it is committed. */
export async function notify(db: Db, notification: Notification, now: Date): Promise<void> {
  const recipients = await listRecipients(db, notification)
  await deliver(db, recipients, { ...notification, lettersOf: () => notification }, now)
}

async function listRecipients(
  db: Db,
  { organisationId, roles, personIds, exceptPersonId }: Notification,
) {
  let query = db
    .selectFrom('identity.membership as membership')
    .innerJoin('identity.person as person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.phone', 'person.locale'])
    .distinct()
    .where('membership.organisationId', '=', organisationId)
    .where('membership.endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
  if (roles?.length === 0 || personIds?.length === 0) return []
  if (roles) query = query.where('membership.role', 'in', [...roles])
  if (personIds) query = query.where('person.id', 'in', [...personIds])
  if (exceptPersonId) query = query.where('person.id', '!=', exceptPersonId)
  return query.orderBy('person.id').execute()
}
