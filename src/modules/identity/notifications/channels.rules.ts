/** By which means a person is told: what they chose, else e-mail, else SMS for those who have no e-mail. */
import { type Channel, listChannels, type Topic, topics } from './topics.ts'

export interface Reachable {
  readonly email: string | null
  readonly phone: string | null
}

export interface Choice {
  readonly channel: string
  readonly isWanted: boolean
}

/** What is formal (a decision, a deadline of the law) reaches its reader whatever they chose. */
export function mayRefuse(topic: Topic, isFormal: boolean): boolean {
  return !topics[topic].isAlwaysOn && !isFormal
}

export function isWanted(
  person: Reachable,
  topic: Topic,
  channel: Channel,
  choices: readonly Choice[],
): boolean {
  const byDefault = channel === 'email' || person.email === null
  if (topics[topic].isAlwaysOn) return byDefault
  if (!listChannels(topic).includes(channel)) return false
  return choices.find((choice) => choice.channel === channel)?.isWanted ?? byDefault
}

export function chooseChannels(
  person: Reachable,
  topic: Topic,
  choices: readonly Choice[],
  isFormal = false,
): { channel: Channel; recipient: string }[] {
  const chosen = choose(person, topic, choices)
  return isFormal && chosen.length === 0 ? choose(person, topic, []) : chosen
}

function choose(person: Reachable, topic: Topic, choices: readonly Choice[]) {
  const means: { channel: Channel; recipient: string | null }[] = [
    { channel: 'email', recipient: person.email },
    { channel: 'sms', recipient: person.phone },
  ]
  return means.flatMap(({ channel, recipient }) =>
    recipient !== null && isWanted(person, topic, channel, choices) ? [{ channel, recipient }] : [],
  )
}
