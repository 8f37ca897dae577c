/** The short lists whose codes the other answers use. */
import { z } from 'zod'
import { categoryLabels, domainLabels, listDepartments } from '#modules/directory/index.ts'
import { apiOf } from './example-refs.facts.ts'
import { operation } from './operation.types.ts'
import { address, noQuery } from './shapes.schema.ts'

function listOf(id: string, description: string) {
  const item = z.object({ code: z.string(), label: z.string(), members: address() })
  return z
    .object({ data: z.array(item) })
    .describe(description)
    .meta({ id })
}

const toLines = (labels: Readonly<Record<string, string>>, members: (code: string) => string) =>
  Object.entries(labels).map(([code, label]) => ({ code, label, members: members(code) }))

export const listOperations = [
  operation({
    ...{ name: 'listDomains', resource: 'listes', path: '/domaines', query: noQuery },
    summary: 'Les domaines des solutions, des besoins et des services',
    reply: listOf('DomainList', 'Les domaines, chacun avec ses solutions.'),
    example: {
      data: [{ code: 'markets', label: 'Marchés', members: apiOf('/solutions?domaine=markets') }],
    },
    work: async ({ url }) => ({
      data: toLines(domainLabels, (code) => url(`/solutions?domaine=${code}`)),
    }),
  }),
  operation({
    ...{ name: 'listCategories', resource: 'listes', path: '/categories', query: noQuery },
    summary: 'Les catégories de communes',
    reply: listOf('CategoryList', 'Les catégories, chacune avec ses communes.'),
    example: {
      data: [
        {
          ...{ code: 'ordinaire', label: 'Ordinaire' },
          members: apiOf('/communes?categorie=ordinaire'),
        },
      ],
    },
    work: async ({ url }) => ({
      data: toLines(categoryLabels, (code) => url(`/communes?categorie=${code}`)),
    }),
  }),
  operation({
    ...{ name: 'listDepartments', resource: 'listes', path: '/departements', query: noQuery },
    summary: 'Les départements',
    reply: listOf('DepartmentList', 'Les départements, chacun avec ses communes.'),
    example: {
      data: [{ code: 'BJ05', label: 'Collines', members: apiOf('/communes?departement=BJ05') }],
    },
    work: async ({ db, url }) => ({
      data: (await listDepartments(db)).map(({ code, name }) => ({
        ...{ code, label: name, members: url(`/communes?departement=${code}`) },
      })),
    }),
  }),
]
