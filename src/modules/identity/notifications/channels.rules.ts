/** By which means a person is told: what they chose, else e-mail, else SMS for those who have no e-mail. */
import { type Channel, type Topic, topics } from './topics.ts'

interface Reachable {
  readonly email: string | null
  readonly phone: string | null
}

interface Choice {
  readonly channel: string
  readonly isWanted: boolean
}

export function isWanted(
  person: Reachable,
  topic: Topic,
  channel: Channel,
  choices: readonly Choice[],
): boolean {
  const byDefault = channel === 'email' || person.email === null
  if (topics[topic].isAlwaysOn) return byDefault
  return choices.find((choice) => choice.channel === channel)?.isWanted ?? byDefault
}

export function chooseChannels(
  person: Reachable,
  topic: Topic,
  choices: readonly Choice[],
): { channel: Channel; recipient: string }[] {
  const means: { channel: Channel; recipient: string | null }[] = [
    { channel: 'email', recipient: person.email },
    { channel: 'sms', recipient: person.phone },
  ]
  return means.flatMap(({ channel, recipient }) =>
    recipient !== null && isWanted(person, topic, channel, choices) ? [{ channel, recipient }] : [],
  )
}
