/** The sessions of the association's commissions. Who presides and who presents is on their pages: no person is named here. */
import { z } from 'zod'
import {
  getPublicSession,
  listPublicSessions,
  participantKinds,
  type Session,
} from '#modules/governance/index.ts'
import { type Communes, loadCommunes, writeCommuneRef } from './commune-refs.ts'
import { apiOf, at, links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  address,
  addresses,
  CommuneRef,
  day,
  dayKey,
  listQuery,
  named,
  noQuery,
  pageOf,
} from './shapes.schema.ts'
import { writeList } from './write-list.rules.ts'

const SessionShape = z
  .object({
    ...{ reference: z.string(), theme: z.string(), place: z.string() },
    commission: z.string().describe('Code de la commission.'),
    status: z.enum(['announced', 'held', 'published', 'cancelled']),
    commune: CommuneRef.nullable(),
    ...{ startsOn: day(), endsOn: day() },
    presentation: z.string(),
    source: z.string().nullable(),
    recommendations: address().describe('Ce qu’elle a recommandé.'),
    ...addresses,
  })
  .describe('Une session d’une commission de l’association.')
  .meta({ id: 'Session' })

const FullSession = SessionShape.extend({
  commissionName: z.string(),
  agenda: z.array(
    z.object({
      ...{ title: z.string(), heldOn: day(), body: z.string() },
      startsAt: z.string().nullable(),
    }),
  ),
  attendance: z
    .array(
      z.object({
        kind: z.enum(participantKinds),
        ...{ invited: z.int().nullable(), present: z.int().nullable() },
      }),
    )
    .describe('En nombres, une fois le compte rendu publié.'),
})
  .describe('Une session, avec son ordre du jour.')
  .meta({ id: 'FullSession' })

const example: z.output<typeof SessionShape> = {
  ...{ reference: 'SES-2026-0001', theme: 'Un exemple de thème', place: 'Glazoué' },
  ...{ commission: 'numerique', status: 'announced', commune: null },
  ...{ startsOn: '2026-12-10', endsOn: '2026-12-11', presentation: '', source: null },
  recommendations: apiOf('/recommandations?session=SES-2026-0001'),
  ...at('/sessions/SES-2026-0001'),
}

export const sessionOperations = [
  operation({
    ...{ name: 'listSessions', resource: 'sessions', path: '/sessions' },
    summary: 'Les sessions, les plus récentes d’abord',
    query: listQuery({ commission: named('Code de la commission.') }, dayKey),
    reply: pageOf('SessionPage', SessionShape),
    example: { data: [example], links: links('/sessions') },
    work: async (asked) => {
      const { commission = null, apres, limite } = asked.query
      const cursor = apres ? { startsOn: apres[0], id: apres[1] } : null
      const found = await listPublicSessions(asked.db, commission, cursor, limite)
      const communes = await loadCommunes(asked.db)
      const keyOf = ({ startsOn, id }: Session) => [startsOn, id]
      return writeList(asked, found, keyOf, (row) => writeSession(row, communes, asked))
    },
  }),
  operation({
    ...{ name: 'getSession', resource: 'sessions', path: '/sessions/:reference' },
    ...{ summary: 'Une session', query: noQuery, reply: FullSession },
    example: {
      ...{ ...example, commissionName: 'Commission d’exemple' },
      agenda: [{ title: 'Ouverture', heldOn: '2026-12-10', startsAt: '09:00', body: '' }],
      attendance: [],
    },
    work: async (asked) => {
      const { session, commission, agenda, attendances } = await getPublicSession(
        asked.db,
        asked.params.reference ?? '',
      )
      return {
        ...writeSession(session, await loadCommunes(asked.db), asked),
        commissionName: commission.name,
        agenda: agenda.map(({ title, heldOn, startsAt, body }) => ({
          ...{ title, heldOn, startsAt, body },
        })),
        attendance: attendances.map(({ kind, invited, present }) => ({ kind, invited, present })),
      }
    },
  }),
]

function writeSession(
  session: Session,
  communes: Communes,
  asked: Asked<unknown>,
): z.output<typeof SessionShape> {
  const { reference, theme, place, startsOn, endsOn, presentation, source, communeId } = session
  return {
    ...{ reference, theme, place, startsOn, endsOn, presentation, source },
    commission: session.commissionCode,
    status: SessionShape.shape.status.parse(session.status),
    commune: communeId === null ? null : writeCommuneRef(communes, communeId, asked),
    recommendations: asked.url(`/recommandations?session=${reference}`),
    url: asked.url(`/sessions/${reference}`),
    page: asked.page(`/sessions/${reference}`),
  }
}
