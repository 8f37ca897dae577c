/** What the agents' list sends: one act for many requests, searches kept and forgotten. */
import { z } from 'zod'
import { communeTeam, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { action, type Context, fields, refuse, seeOther } from '#platform/web.ts'
import { actOnAll, batchActs, listMatchingIds } from './batch.actions.ts'
import { readInboxFilter } from './inbox-filter.rules.ts'
import { forgetFilter, saveFilter } from './saved-filter.actions.ts'

const isTeam = (actor: Context['actor']) => worksForA(actor, 'commune', ...communeTeam)
const list = '/espace/demandes'

const Batch = z.object({
  geste: fields.choice(batchActs),
  choisies: z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.string()).transform((ids) => ids.filter(isId)),
  ),
  toutes: fields.checkbox(),
  etiquette: fields.optionalText(40),
  recherche: fields.optionalText(500),
})

export const batchAction = action(`${list}/lot`, {
  load: () => null,
  allow: isTeam,
  input: Batch,
  back: () => list,
  act: async (_, { geste, choisies, toutes, etiquette, recherche }, context) => {
    const query = Object.fromEntries(new URLSearchParams(recherche))
    const ids = toutes
      ? await listMatchingIds(context, readInboxFilter(query, context.actor.id))
      : choisies
    if (ids.length === 0) return refuse({ choisies: 'Cochez au moins une demande.' })
    if (geste === 'label' && etiquette === '')
      return refuse({ etiquette: 'Écrivez l’étiquette à poser.' })
    const changed = await actOnAll(context, ids, geste, etiquette)
    return seeOther(`${list}?${recherche}`, tellChanged(changed, ids.length))
  },
})

function tellChanged(changed: number, asked: number): string {
  return t(
    '{changed, plural, =0 {Aucune demande n’a changé} one {# demande a changé} other {# demandes ont changé}}{left, plural, =0 {.} one { ; pour # autre, ce n’était pas possible.} other { ; pour # autres, ce n’était pas possible.}}',
    { changed, left: asked - changed },
  )
}

export const saveFilterAction = action(`${list}/recherches`, {
  load: () => null,
  allow: isTeam,
  input: z.object({
    name: fields.text({ max: 80, missing: 'Nommez la recherche.' }),
    query: fields.text({ max: 500 }),
  }),
  back: () => list,
  act: async (_, { name, query }, context) => {
    await saveFilter(context, name, query)
    return seeOther(`${list}?${query}`, 'La recherche est gardée.')
  },
})

export const forgetFilterAction = action(`${list}/recherches/oublier`, {
  load: () => null,
  allow: isTeam,
  input: z.object({ filterId: z.string().refine(isId) }),
  back: () => list,
  act: async (_, { filterId }, context) => {
    await forgetFilter(context, filterId)
    return seeOther(list, 'La recherche est oubliée.')
  },
})
