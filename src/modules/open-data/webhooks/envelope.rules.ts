/** What a receiver is sent: an event as CloudEvents 1.0 writes it (structured mode), with references and links, nothing about anybody. */
import type { SentKind } from './event-kinds.lists.ts'

export const mediaType = 'application/cloudevents+json; charset=utf-8'

/** References, states, lists of codes: values of the domain. `path` and `apiPath` become links. */
export type Details = Readonly<Record<string, string | number | readonly string[] | null>>

export interface Told {
  readonly eventId: string
  readonly kind: SentKind
  readonly subject: string
  readonly details: Details
  readonly occurredAt: Date
}

/** The last part is the version: what an event holds may grow under it, and never loses or changes anything. */
export function writeType(kind: SentKind): string {
  return `bj.ancb.cauri.${kind}.v1`
}

/** The same bytes at each attempt. */
export function writeEnvelope(told: Told, origin: string): string {
  const { path, apiPath, ...details } = told.details
  return JSON.stringify({
    specversion: '1.0',
    id: told.eventId,
    source: origin,
    type: writeType(told.kind),
    subject: told.subject,
    time: told.occurredAt.toISOString(),
    datacontenttype: 'application/json',
    data: {
      ...details,
      ...(path !== undefined && { url: origin + path }),
      ...(apiPath !== undefined && { apiUrl: origin + apiPath }),
    },
  })
}
