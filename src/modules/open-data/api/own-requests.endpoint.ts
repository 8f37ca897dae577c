/** A commune's system and its requests: where each is, what changed since it last asked. Neither answers nor names pass here. */
import { z } from 'zod'
import type { scopes } from '#modules/identity/index.ts'
import {
  type FollowedRequest,
  getFollowedRequest,
  listFollowedRequests,
  listRequestChanges,
  listRequestHistory,
  requestStatuses,
} from '#modules/services/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { cutPage } from '#platform/published-cursor.rules.ts'
import { writeCursor } from './cursor.rules.ts'
import { apiOf, links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import { address, day, listQuery, moment, named, noQuery, pageOf } from './shapes.schema.ts'
import { writeList } from './write-list.rules.ts'

const scope = 'demandes.lire' satisfies keyof typeof scopes
const statuses = requestStatuses.filter((status) => status !== 'draft')
const status = z.enum(statuses, 'Choisissez un état de la liste')

const RequestShape = z
  .object({
    reference: z.string().describe('Le numéro que l’usager garde.'),
    ...{ title: z.string(), status },
    service: z.string().describe('Code du service municipal.'),
    applicantRef: z
      .string()
      .nullable()
      .describe('Comment le système qui l’a déposée nomme l’usager ; sinon nul.'),
    receivedAt: moment(),
    dueOn: day().nullable().describe('Réponse au plus tard.'),
    decidedAt: moment().nullable(),
    updatedAt: moment(),
    url: address(),
    application: address().describe('La même par GovStack, avec ses réponses.'),
  })
  .describe('Une demande reçue par la commune.')
  .meta({ id: 'Request' })

const FullRequest = RequestShape.extend({
  history: z.array(z.object({ step: z.string(), to: status, at: moment() })),
})
  .describe('Une demande, étape par étape.')
  .meta({ id: 'FullRequest' })

const Change = z.object({
  reference: z.string(),
  step: z.string(),
  from: z.enum(requestStatuses).nullable(),
  to: status,
  at: moment(),
  url: address(),
})

const Changes = z
  .object({
    data: z.array(Change),
    links: z.object({
      self: address(),
      next: address().describe('Où reprendre : toujours donné, même quand rien n’a changé.'),
    }),
    hasMore: z.boolean().describe('D’autres changements attendent déjà.'),
  })
  .describe('Ce qui a changé, dans l’ordre.')
  .meta({ id: 'RequestChanges' })

const example: z.output<typeof RequestShape> = {
  ...{ reference: 'DEM-2026-000123', title: 'Copie d’acte de naissance', status: 'inReview' },
  ...{ service: 'birth-copy', applicantRef: 'usager-1', receivedAt: '2026-11-20T08:00:00.000Z' },
  ...{ dueOn: '2026-11-27', decidedAt: null, updatedAt: '2026-11-21T09:00:00.000Z' },
  url: apiOf('/organisation/demandes/DEM-2026-000123'),
  application:
    'https://cauri.example/govstack/registration/v1/applications/0199aaaa-0000-7000-8000-000000000001',
}

export const ownRequestOperations = [
  operation({
    ...{ name: 'listOwnRequests', resource: 'organisation', path: '/organisation/demandes' },
    ...{ summary: 'Les demandes reçues par la commune', key: scope },
    query: listQuery(
      {
        etat: status.optional().describe('L’état de la demande.'),
        service: named('Code du service municipal.'),
      },
      z.tuple([z.uuid()]),
    ),
    reply: pageOf('RequestPage', RequestShape),
    example: { data: [example], links: links('/organisation/demandes?etat=inReview') },
    work: async (asked) => {
      const { etat = null, service = null, apres, limite } = asked.query
      const filter = { status: etat, serviceCode: service, after: apres?.[0] ?? null }
      const communeId = getOrganisationId(asked.actor)
      const found = await listFollowedRequests(asked.db, communeId, filter, limite)
      return writeList(
        asked,
        found,
        ({ id }) => [id],
        (row) => writeRequest(row, asked),
      )
    },
  }),
  operation({
    ...{ name: 'getOwnRequest', resource: 'organisation', key: scope },
    path: '/organisation/demandes/:reference',
    ...{ summary: 'Une demande', query: noQuery, reply: FullRequest },
    example: {
      ...example,
      history: [{ step: 'submit', to: 'received', at: '2026-11-20T08:00:00.000Z' }],
    },
    work: async (asked) => {
      const { db, actor, params } = asked
      const found = await getFollowedRequest(db, getOrganisationId(actor), params.reference ?? '')
      const history = await listRequestHistory(db, found.id)
      return {
        ...writeRequest(found, asked),
        history: history
          .filter(({ toStatus }) => toStatus !== 'draft')
          .map(({ step, toStatus, occurredAt }) => ({
            ...{ step, to: status.parse(toStatus), at: occurredAt.toISOString() },
          })),
      }
    },
  }),
  operation({
    ...{ name: 'listRequestChanges', resource: 'organisation', key: scope },
    path: '/organisation/changements',
    summary: 'Ce qui a changé dans les demandes depuis la dernière fois',
    query: listQuery({}, z.tuple([z.int().min(0)])),
    reply: Changes,
    example: {
      data: [
        {
          ...{ reference: 'DEM-2026-000123', step: 'take', from: 'received', to: 'inReview' },
          at: '2026-11-21T09:00:00.000Z',
          url: apiOf('/organisation/demandes/DEM-2026-000123'),
        },
      ],
      links: {
        self: apiOf('/organisation/changements'),
        next: apiOf('/organisation/changements?apres=WzQyXQ'),
      },
      hasMore: false,
    },
    work: async (asked) => {
      const { apres, limite } = asked.query
      const since = apres?.[0] ?? 0
      const communeId = getOrganisationId(asked.actor)
      const { rows, last } = cutPage(
        await listRequestChanges(asked.db, communeId, since, limite),
        limite,
      )
      return {
        data: rows.map(({ reference, step, from, to, occurredAt }) => ({
          ...{ reference, step, to: status.parse(to), at: occurredAt.toISOString() },
          from: Change.shape.from.parse(from),
          url: asked.url(`/organisation/demandes/${reference}`),
        })),
        links: {
          self: asked.page(asked.context.url),
          next: asked.next(writeCursor([rows.at(-1)?.sequence ?? since])) ?? '',
        },
        hasMore: last !== undefined,
      }
    },
  }),
]

function writeRequest(row: FollowedRequest, asked: Asked<unknown>): z.output<typeof RequestShape> {
  const { id, reference, title, serviceCode, applicantRef, receivedAt, dueOn, decidedAt } = row
  return {
    ...{ reference, title, service: serviceCode, applicantRef, dueOn },
    status: status.parse(row.status),
    receivedAt: receivedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    url: asked.url(`/organisation/demandes/${reference}`),
    application: asked.page(`/govstack/registration/v1/applications/${id}`),
  }
}
