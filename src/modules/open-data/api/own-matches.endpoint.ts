/** What concerns a startup: the needs that suit one of its solutions, with every reason; the open calls of its domains. */
import { z } from 'zod'
import {
  listOpenCallsOf,
  rankForSolution,
  toShownPrerequisites,
  toShownReasons,
} from '#modules/collaboration/index.ts'
import { listEntriesOfStartup } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { refuse } from '#platform/web.ts'
import { callExample } from './call-examples.facts.ts'
import { Call, writeCall } from './calls.endpoint.ts'
import { loadCommunes } from './commune-refs.ts'
import { apiOf } from './example-refs.facts.ts'
import { Need, needExample, writeKnownNeed } from './needs.endpoint.ts'
import { operation } from './operation.types.ts'
import { address, noQuery } from './shapes.schema.ts'

const scope = 'besoins.suivre'
const kinds = z.enum(['positive', 'negative', 'neutral'])
const wrongSolution = 'Donnez l’adresse d’une de vos solutions vérifiées : axi-ticket'

const NeedRef = Need.omit({ joinerCount: true })
  .describe('Un besoin, sans qui l’a rejoint.')
  .meta({ id: 'NeedRef' })

const Match = z.object({
  need: NeedRef,
  score: z.number().describe('De 0 à 100 : le même que la commune lit.'),
  isBlocked: z.boolean().describe('Une condition n’est pas remplie.'),
  prerequisites: z.array(z.object({ kind: kinds, text: z.string() })),
  reasons: z.array(
    z.object({ kind: kinds, text: z.string(), points: z.number(), maximum: z.number() }),
  ),
})

const Matches = z
  .object({
    solution: address(),
    total: z.int().describe('Besoins qui partagent un domaine ou un service.'),
    data: z.array(Match).describe('Trente au plus, le meilleur d’abord.'),
  })
  .describe('Les besoins qui conviennent à une solution.')
  .meta({ id: 'NeedMatches' })

const OwnCalls = z
  .object({ data: z.array(Call).describe('Cent au plus, celui qui ferme en premier d’abord.') })
  .describe('Les appels ouverts dans les domaines de la startup.')
  .meta({ id: 'OpenCalls' })

export const ownMatchOperations = [
  operation({
    ...{ name: 'listOwnNeeds', resource: 'organisation', path: '/organisation/besoins' },
    ...{ summary: 'Les besoins qui conviennent à une solution', key: scope, reply: Matches },
    query: z.strictObject({
      solution: z
        .string(wrongSolution)
        .regex(/^[\w-]{1,80}$/, wrongSolution)
        .describe('Une de vos solutions vérifiées, comme dans son adresse.'),
    }),
    example: {
      ...{ solution: apiOf('/solutions/axi-ticket'), total: 1 },
      data: [
        {
          ...{ need: NeedRef.parse(needExample), score: 82.5, isBlocked: false },
          prerequisites: [{ kind: 'positive', text: 'Fonctionne sans connexion' }],
          reasons: [{ kind: 'positive', text: 'Même domaine', points: 30, maximum: 30 }],
        },
      ],
    },
    work: async (asked) => {
      const { db, actor, query, context } = asked
      const entries = await listEntriesOfStartup(db, getOrganisationId(actor))
      const entry = entries.find(({ slug }) => slug === query.solution)
      if (!entry) return refuse({ solution: wrongSolution })
      const { ranked, total } = await rankForSolution(db, entry, context.now, 30)
      const communes = await loadCommunes(db)
      return {
        ...{ solution: asked.url(`/solutions/${entry.slug}`), total },
        data: ranked.map(({ need, match }) => ({
          need: writeKnownNeed(
            { ...need, publishedAt: need.publishedAt ?? need.updatedAt },
            communes,
            asked,
          ),
          ...{ score: match.score, isBlocked: match.isBlocked },
          prerequisites: toShownPrerequisites(match).map(({ kind, text }) => ({ kind, text })),
          reasons: toShownReasons(match.reasons).map(({ kind, text, points = 0, maximum = 0 }) => ({
            ...{ kind, text, points, maximum },
          })),
        })),
      }
    },
  }),
  operation({
    ...{ name: 'listOwnCalls', resource: 'organisation', path: '/organisation/appels' },
    ...{ summary: 'Les appels ouverts dans les domaines de la startup', key: scope },
    ...{ query: noQuery, reply: OwnCalls, example: { data: [callExample] } },
    work: async (asked) => {
      const { db, actor, context } = asked
      const entries = await listEntriesOfStartup(db, getOrganisationId(actor))
      const domains = [...new Set(entries.flatMap((entry) => entry.domains))]
      const calls = await listOpenCallsOf(db, domains, context.now, 100)
      const communes = await loadCommunes(db)
      return { data: calls.map((call) => writeCall(call, communes, asked)) }
    },
  }),
]
