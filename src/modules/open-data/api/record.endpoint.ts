/** The public record: each process from its need to its end; calls awarded, agreements signed, amounts. */

import { z } from 'zod'
import {
  type Fact,
  factKinds,
  listProcesses,
  listProcessFacts,
  type Process,
} from '#modules/collaboration/index.ts'
import { NotFound } from '#platform/errors.ts'
import { refuse } from '#platform/web.ts'
import { type Communes, findCommuneId, loadCommunes, writeCommuneRef } from './commune-refs.ts'
import { at, glazoue, links, startup } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  addresses,
  amount,
  CommuneRef,
  listQuery,
  moment,
  momentKey,
  named,
  noQuery,
  noSuch,
  pageOf,
  StartupRef,
  year,
} from './shapes.schema.ts'
import { loadStartups, type Startups, writeStartupRef } from './startup-refs.ts'
import { toPublishedCursor, writeList } from './write-list.rules.ts'

const ProcessShape = z
  .object({
    ...{ reference: z.string(), title: z.string(), commune: CommuneRef },
    startups: z.array(StartupRef),
    lastFact: z.enum(factKinds),
    lastAt: moment(),
    amount: amount().nullable().describe('Signé, avenants compris ; sinon attribué. En FCFA.'),
    ...addresses,
  })
  .describe('Un parcours, du besoin à sa clôture.')
  .meta({ id: 'Process' })

const FactShape = z.object({
  kind: z.enum(factKinds),
  ...{ reference: z.string(), title: z.string(), at: moment(), commune: CommuneRef },
  startup: StartupRef.nullable(),
  amount: amount().nullable().describe('En FCFA ; ce qu’un avenant ajoute ou retire.'),
  note: z.string().nullable().describe('Le motif rendu public.'),
})

const FullProcess = z
  .object({ reference: z.string(), title: z.string(), facts: z.array(FactShape), ...addresses })
  .describe('Tout ce qui est public d’un parcours, dans l’ordre.')
  .meta({ id: 'FullProcess' })

const where = at('/registre/BES-2026-0001')
const processExample = { reference: 'BES-2026-0001', title: 'Encaisser les droits de place' }

export const recordOperations = [
  operation({
    ...{ name: 'listProcesses', resource: 'registre', path: '/registre' },
    summary: 'Les parcours, celui qui a bougé en dernier d’abord',
    query: listQuery(
      {
        commune: named('La commune, comme dans son adresse.'),
        annee: year('Ceux où il s’est passé quelque chose cette année-là.'),
      },
      momentKey,
    ),
    reply: pageOf('ProcessPage', ProcessShape),
    example: {
      data: [
        {
          ...{ ...processExample, commune: glazoue, startups: [startup], amount: 2_400_000 },
          ...{ lastFact: 'agreement.sign', lastAt: '2026-09-28T10:00:00.000Z', ...where },
        },
      ],
      links: links('/registre?commune=glazoue'),
    },
    work: async (asked) => {
      const { commune, annee = null, apres, limite } = asked.query
      const communes = await loadCommunes(asked.db)
      const communeId = findCommuneId(communes, commune)
      if (communeId === 'unknown') return refuse({ commune: noSuch('cette commune') })
      const filter = { year: annee, communeId, startupId: null }
      const cursor = toPublishedCursor(apres)
      const found = await listProcesses(asked, filter, cursor, limite)
      const ids = found.flatMap(({ startupIds }) => startupIds)
      const names = { communes, startups: await loadStartups(asked.db, ids) }
      const keyOf = ({ lastAt, processId }: Process) => [lastAt.toISOString(), processId]
      return writeList(asked, found, keyOf, (row) => writeProcess(row, names, asked))
    },
  }),
  operation({
    ...{ name: 'getProcess', resource: 'registre', path: '/registre/:reference' },
    ...{ summary: 'Un parcours', query: noQuery, reply: FullProcess },
    example: {
      ...{ ...processExample, ...where },
      facts: [
        {
          ...{ ...processExample, kind: 'need.publish', at: '2026-09-14T08:30:00.000Z' },
          ...{ commune: glazoue, startup: null, amount: null, note: null },
        },
      ],
    },
    work: async (asked) => {
      const facts = await listProcessFacts(asked, (asked.params.reference ?? '').toUpperCase())
      const [first] = facts
      if (!first) throw new NotFound()
      const ids = facts.map(({ startupId }) => startupId)
      const communes = await loadCommunes(asked.db)
      const names = { communes, startups: await loadStartups(asked.db, ids) }
      return {
        ...{ reference: first.reference, title: first.title },
        facts: facts.map((fact) => writeFact(fact, names, asked)),
        ...writeAddresses(first.reference, asked),
      }
    },
  }),
]

interface Names {
  readonly communes: Communes
  readonly startups: Startups
}

function writeProcess(row: Process, { communes, startups }: Names, asked: Asked<unknown>) {
  const { reference, title, communeId, startupIds, lastKind, lastAt } = row
  return {
    ...{ reference, title, lastFact: lastKind, lastAt: lastAt.toISOString() },
    commune: writeCommuneRef(communes, communeId, asked),
    startups: startupIds.map((id) => writeStartupRef(startups, id, asked)),
    amount: toAmount(row.amount),
    ...writeAddresses(reference, asked),
  }
}

function writeFact(fact: Fact, { communes, startups }: Names, asked: Asked<unknown>) {
  const { kind, reference, title, occurredAt, communeId, startupId, note } = fact
  return {
    ...{ kind, reference, title, note, at: occurredAt.toISOString() },
    commune: writeCommuneRef(communes, communeId, asked),
    startup: startupId === null ? null : writeStartupRef(startups, startupId, asked),
    amount: toAmount(fact.amount),
  }
}

const toAmount = (sum: number | null) => (sum === null ? null : Number(sum))

function writeAddresses(reference: string, { url, page }: Asked<unknown>) {
  return { url: url(`/registre/${reference}`), page: page(`/registre/${reference}`) }
}
