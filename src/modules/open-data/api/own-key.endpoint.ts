/** Whose key this is and what it may do: the first thing a system tries. */
import { z } from 'zod'
import { Forbidden } from '#platform/errors.ts'
import { operation } from './operation.types.ts'
import { noQuery } from './shapes.schema.ts'

const OwnKey = z
  .object({
    organisation: z.object({
      ...{ id: z.uuid(), name: z.string() },
      kind: z.enum(['commune', 'startup', 'association', 'administration', 'partner']),
    }),
    key: z.object({ name: z.string(), scopes: z.array(z.string()) }),
  })
  .describe('La clé qui a servi, et son organisation.')
  .meta({ id: 'OwnKey' })

export const ownKeyOperations = [
  operation({
    ...{ name: 'getOwnKey', resource: 'organisation', path: '/organisation', key: 'any' },
    ...{ summary: 'La clé qui sert, et ce qu’elle permet', query: noQuery, reply: OwnKey },
    example: {
      organisation: {
        id: '0199aaaa-0000-7000-8000-000000000002',
        ...{ name: 'Commune de Glazoué', kind: 'commune' },
      },
      key: { name: 'Logiciel d’accueil', scopes: ['demandes.lire'] },
    },
    work: async ({ actor: { organisation, name, key } }) => {
      if (organisation === null) throw new Forbidden()
      return { organisation, key: { name, scopes: [...(key?.scopes ?? [])] } }
    },
  }),
]
