/** What is asked of a receiver. */
import { z } from 'zod'
import type { OrganisationKind } from '#platform/actor.ts'
import { readOutwardUrl } from '#platform/outward/outward-url.rules.ts'
import { type Context, fields, type Refusal, refuse } from '#platform/web.ts'
import { type EventKind, eventKindNames, listKindsOf } from './event-kinds.lists.ts'
import type { Wishes } from './webhook.actions.ts'
import { urlFaultLabels } from './webhook.labels.ts'

export const ReceiverInput = z.object({
  nom: fields.text({ min: 2, max: 120, missing: 'Nommez ce récepteur' }),
  adresse: fields.text({ max: 500, missing: 'Écrivez l’adresse de votre système' }),
  evenements: fields.choices(eventKindNames as [EventKind, ...EventKind[]], {
    min: 1,
    missing: 'Choisissez au moins un événement',
  }),
})

export type ReceiverInput = z.infer<typeof ReceiverInput>

/** What is wished, or what is wrong with it for this organisation and this server. */
export function readWishes(
  { nom, adresse, evenements }: ReceiverInput,
  kind: OrganisationKind,
  { platform }: Context,
): Wishes | Refusal {
  const mayReachLoopback = platform.config.webhooksReachLoopback
  const url = readOutwardUrl(adresse, { mayReachLoopback })
  if (typeof url === 'string') return refuse({ adresse: urlFaultLabels[url] })
  const offered = listKindsOf(kind)
  const kinds = evenements.filter((name): name is EventKind => offered.includes(name as EventKind))
  if (kinds.length < evenements.length)
    return refuse({ evenements: 'Choisissez parmi les événements proposés' })
  return { description: nom, url: url.href, kinds }
}

export const isRefusal = (read: Wishes | Refusal): read is Refusal => 'kind' in read
