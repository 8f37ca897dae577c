/** What the agents' list is filtered by, in its address: shared, kept under a name, gone on with. */
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type RequestStatus, requestStatuses } from './request.workflow.ts'

export interface InboxFilter {
  /** What still waits for the commune, all of it, or one status. */
  readonly state: 'open' | 'all' | RequestStatus
  readonly words: string
  readonly serviceCode: string
  /** The person whose requests are looked for; null for everybody's. */
  readonly assigneeId: string | null
  readonly label: string
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export function readInboxFilter(query: Query, personId: string | null): InboxFilter {
  const state = readQueryText(query.etat)
  return {
    state: isState(state) ? state : 'open',
    words: readQueryText(query.q).slice(0, 100),
    serviceCode: readQueryText(query.demarche).slice(0, 60),
    assigneeId: readQueryText(query.moi) === '1' ? personId : null,
    label: readQueryText(query.etiquette).slice(0, 40),
  }
}

function isState(text: string): text is InboxFilter['state'] {
  return text === 'all' || (text !== 'draft' && requestStatuses.some((status) => status === text))
}

/** The address of the same list, without what is the default. */
export function writeInboxFilter(filter: InboxFilter): URLSearchParams {
  const { state, words, serviceCode, assigneeId, label } = filter
  return new URLSearchParams({
    ...(state !== 'open' && { etat: state }),
    ...(words && { q: words }),
    ...(serviceCode && { demarche: serviceCode }),
    ...(assigneeId && { moi: '1' }),
    ...(label && { etiquette: label }),
  })
}
