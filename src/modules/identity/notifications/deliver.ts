/** The one way a message reaches people: by the means each chose, in their language, once. */
import type { Db } from '#platform/database.ts'
import type { Words } from '#platform/i18n.ts'
import { type Message, queueMessages } from '#platform/messages.ts'
import { chooseChannels, mayRefuse, type Reachable } from './channels.rules.ts'
import { listRefusals } from './refusals.queries.ts'
import { type Channel, channels, type Topic } from './topics.ts'
import { writeWords } from './write-words.ts'

export interface Recipient extends Reachable {
  readonly id: string
  readonly locale: string
}

export interface Letter {
  readonly subject: Words
  readonly text: Words
  /** What telephones show instead. */
  readonly sms?: { readonly subject: Words; readonly text: Words }
  /** A path of the site. */
  readonly link: string
  /** The same key is the same message: nobody gets it twice. */
  readonly key: string
}

export interface Sending {
  readonly topic: Topic
  readonly isFormal?: boolean
  /** The means it uses at all. */
  readonly by?: readonly Channel[]
  /** Messages of one sending are counted together. */
  readonly batchId?: string
}

/** By which means each will be told; by none, those who refused it, and those who cannot be reached. */
export async function planChannels(
  db: Db,
  people: readonly Recipient[],
  { topic, isFormal = false, by = channels }: Sending,
): Promise<ReadonlyMap<string, { channel: Channel; recipient: string }[]>> {
  const ids = people.map(({ id }) => id)
  const choices = await listRefusals(db, ids, topic)
  return new Map(
    people.map((person) => [
      person.id,
      chooseChannels(person, topic, choices.get(person.id) ?? [], isFormal).filter(({ channel }) =>
        by.includes(channel),
      ),
    ]),
  )
}

/** Queued in this transaction; nothing leaves unless it is committed. Tells by which means each is told. */
export async function deliver<Person extends Recipient>(
  db: Db,
  people: readonly Person[],
  sending: Sending & { readonly lettersOf: (person: Person) => Letter },
  now: Date,
): Promise<ReadonlyMap<string, readonly Channel[]>> {
  const planned = await planChannels(db, people, sending)
  const messages = people.flatMap((person) =>
    (planned.get(person.id) ?? []).map((means) =>
      writeMessage(person, means, sending.lettersOf(person), sending),
    ),
  )
  await queueMessages(db, messages, now)
  return new Map(
    [...planned].map(([id, means]) => [id, means.map(({ channel }) => channel)] as const),
  )
}

function writeMessage(
  { id: personId, locale }: Recipient,
  means: { channel: Channel; recipient: string },
  letter: Letter,
  { topic, isFormal = false, batchId }: Sending,
): Message {
  const { link, key } = letter
  const { subject, text } = (means.channel === 'sms' && letter.sms) || letter
  return {
    ...means,
    ...{ personId, topic, link },
    ...writeWords(locale, { subject, text }),
    dedupeKey: `${key}:${personId}:${means.channel}`,
    mayRefuse: mayRefuse(topic, isFormal),
    batchId: batchId ?? null,
  }
}
