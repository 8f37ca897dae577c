/** The calls that communes published. Whether one is open is the clock's word: answers about calls are not kept. */

import { z } from 'zod'
import {
  callMechanisms,
  getPublicCall,
  listPublishedCalls,
  type PublishedCall,
} from '#modules/collaboration/index.ts'
import { refuse } from '#platform/web.ts'
import { callExample, fullCallExample } from './call-examples.facts.ts'
import { type Communes, findCommuneId, loadCommunes, writeCommuneRef } from './commune-refs.ts'
import { links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  addresses,
  amount,
  CommuneRef,
  domain,
  flag,
  listQuery,
  moment,
  momentKey,
  named,
  noQuery,
  noSuch,
  pageOf,
  StartupRef,
} from './shapes.schema.ts'
import { loadStartups, writeStartupRef } from './startup-refs.ts'
import { toPublishedCursor, writeList } from './write-list.rules.ts'

const statuses = [
  ...(['published', 'opened', 'evaluated', 'awarded'] as const),
  ...(['concluded', 'unsuccessful', 'cancelled'] as const),
] as const

export const Call = z
  .object({
    ...{ reference: z.string(), title: z.string() },
    mechanism: z.enum(callMechanisms),
    commune: CommuneRef.describe('Celle qui conduit l’appel.'),
    parties: z.array(CommuneRef).describe('Toutes les communes de l’appel.'),
    domains: z.array(z.string()).describe('Codes de domaine.'),
    status: z.enum(statuses),
    isOpen: z.boolean().describe('Prend encore des propositions, à l’instant de la réponse.'),
    questionsUntil: moment().nullable(),
    deadline: moment().nullable().describe('À cet instant, il est trop tard.'),
    budget: z
      .object({ min: amount().nullable(), max: amount().nullable() })
      .nullable()
      .describe('Nul quand la commune ne le dit pas.'),
    publishedAt: moment(),
    ...addresses,
  })
  .describe('Cotation, appel à solutions, appel groupé ou défi.')
  .meta({ id: 'Call' })

export const FullCall = Call.extend({
  purpose: z.string(),
  requirements: z.string(),
  lots: z.array(
    z.object({ title: z.string(), description: z.string(), budgetMax: amount().nullable() }),
  ),
  criteria: z.array(
    z.object({
      ...{ label: z.string(), kind: z.enum(['quality', 'price']) },
      weight: z.int().describe('Sur 100.'),
      minimumScore: z.int().nullable(),
    }),
  ),
  addenda: z.array(z.object({ number: z.int(), reason: z.string(), publishedAt: moment() })),
  answers: z
    .array(z.object({ question: z.string(), answer: z.string(), answeredAt: moment() }))
    .describe('Qui a demandé n’est jamais dit.'),
  awards: z.array(
    z.object({
      lot: z.string(),
      startup: StartupRef.nullable().describe('Nul quand le lot n’est pas attribué.'),
      amount: amount().nullable(),
      decidedAt: moment(),
    }),
  ),
})
  .describe('Un appel, avec ce qui est demandé et son résultat.')
  .meta({ id: 'FullCall' })

export const callOperations = [
  operation({
    ...{ name: 'listCalls', resource: 'appels', path: '/appels', isKept: false },
    summary: 'Les appels publiés, les plus récents d’abord',
    query: listQuery(
      {
        domaine: domain(),
        commune: named('Une commune de l’appel, comme dans son adresse.'),
        ouverts: flag('Ceux qui prennent encore des propositions seulement.'),
      },
      momentKey,
    ),
    reply: pageOf('CallPage', Call),
    example: {
      data: [callExample],
      links: links('/appels?ouverts=oui'),
    },
    work: async (asked) => {
      const { domaine = null, commune, ouverts, apres, limite } = asked.query
      const communes = await loadCommunes(asked.db)
      const communeId = findCommuneId(communes, commune)
      if (communeId === 'unknown') return refuse({ commune: noSuch('cette commune') })
      const filter = { domain: domaine, communeId, isOpen: ouverts === 'oui' }
      const cursor = toPublishedCursor(apres)
      const { now } = asked.context
      const found = await listPublishedCalls(asked.db, filter, cursor, limite, now)
      const keyOf = ({ publishedAt, id }: PublishedCall) => [publishedAt.toISOString(), id]
      return writeList(asked, found, keyOf, (row) => writeCall(row, communes, asked))
    },
  }),
  operation({
    ...{ name: 'getCall', resource: 'appels', path: '/appels/:reference', isKept: false },
    ...{ summary: 'Un appel', query: noQuery, reply: FullCall, example: fullCallExample },
    work: async (asked) => {
      const full = await getPublicCall(asked.db, asked.params.reference ?? '')
      const communes = await loadCommunes(asked.db)
      return { ...writeCall(full.call, communes, asked), ...(await writeParts(full, asked)) }
    },
  }),
]

type Row = Omit<PublishedCall, 'reference' | 'publishedAt'> & {
  readonly reference: string | null
  readonly publishedAt: Date | null
}

export function writeCall(
  row: Row,
  communes: Communes,
  asked: Asked<unknown>,
): z.output<typeof Call> {
  const { title, mechanism, domains, partyIds, status, deadline, questionsUntil } = row
  const reference = row.reference ?? ''
  const isOpen = status === 'published' && deadline !== null && asked.context.now < deadline
  return {
    ...{ reference, title, mechanism, domains, isOpen },
    commune: writeCommuneRef(communes, row.communeId, asked),
    parties: partyIds.map((id) => writeCommuneRef(communes, id, asked)),
    status: Call.shape.status.parse(status),
    questionsUntil: questionsUntil?.toISOString() ?? null,
    deadline: deadline?.toISOString() ?? null,
    budget: row.showsBudget ? { min: row.budgetMin, max: row.budgetMax } : null,
    publishedAt: (row.publishedAt ?? row.updatedAt).toISOString(),
    url: asked.url(`/appels/${reference}`),
    page: asked.page(`/appels/${reference}`),
  }
}

type Parts = Omit<z.output<typeof FullCall>, keyof z.output<typeof Call>>

async function writeParts(
  full: Awaited<ReturnType<typeof getPublicCall>>,
  asked: Asked<unknown>,
): Promise<Parts> {
  const { call, lots, criteria, addenda, answers, awards } = full
  const startups = await loadStartups(
    asked.db,
    awards.map(({ startupId }) => startupId),
  )
  return {
    ...{ purpose: call.purpose, requirements: call.requirements },
    lots: lots.map(({ title, description, budgetMax }) => ({ title, description, budgetMax })),
    criteria: criteria.map(({ label, kind, weight, minimumScore }) => ({
      ...{ label, kind, weight, minimumScore },
    })),
    addenda: addenda.map(({ number, reason, publishedAt }) => ({
      ...{ number, reason, publishedAt: publishedAt.toISOString() },
    })),
    answers: answers.map(({ question, answer, answeredAt, askedAt }) => ({
      ...{ question, answer: answer ?? '', answeredAt: (answeredAt ?? askedAt).toISOString() },
    })),
    awards: awards.map(({ lotId, startupId, amount: awarded, decidedAt }) => ({
      lot: lots.find(({ id }) => id === lotId)?.title ?? '',
      startup: startupId === null ? null : writeStartupRef(startups, startupId, asked),
      ...{ amount: awarded, decidedAt: decidedAt.toISOString() },
    })),
  }
}
