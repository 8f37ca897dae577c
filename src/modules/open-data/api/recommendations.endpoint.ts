/** What the commissions recommended, and how far it is. Who carries each is on its page: no person is named here. */
import { z } from 'zod'
import {
  addressees,
  computeProgress,
  getPublicRecommendation,
  listBoard,
  loadReadings,
  measures,
  publicStatuses,
  type Readings,
  type Recommendation,
} from '#modules/governance/index.ts'
import { apiOf, at, links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  address,
  addresses,
  day,
  dayKey,
  listQuery,
  moment,
  named,
  noQuery,
  pageOf,
} from './shapes.schema.ts'
import { writeList } from './write-list.rules.ts'

const RecommendationShape = z
  .object({
    ...{ reference: z.string(), title: z.string(), body: z.string() },
    addressee: z.enum(addressees),
    status: z.enum(publicStatuses),
    dueOn: day().nullable(),
    indicator: z.string(),
    progress: z
      .object({
        measure: z.string().describe('Ce qui est compté.'),
        value: z.number(),
        total: z.number().nullable().describe('La cible, ou le tout ; nul quand il n’y en a pas.'),
        percent: z.int().nullable(),
      })
      .nullable()
      .describe('Calculé sur la plateforme ; nul quand aucun chiffre ne la mesure.'),
    session: address(),
    ...addresses,
  })
  .describe('Une recommandation d’une commission.')
  .meta({ id: 'Recommendation' })

const FullRecommendation = RecommendationShape.extend({
  source: z.string().nullable(),
  evidence: z.array(
    z.object({ title: z.string(), body: z.string(), link: z.string().nullable(), at: moment() }),
  ),
})
  .describe('Une recommandation, avec ses preuves.')
  .meta({ id: 'FullRecommendation' })

const example: z.output<typeof RecommendationShape> = {
  ...{ reference: 'REC-2026-0001', title: 'Un exemple de recommandation', body: '' },
  ...{ addressee: 'communes', status: 'inProgress', dueOn: null, indicator: '' },
  progress: { measure: measures.frameworkCommunes.label, value: 12, total: 77, percent: 15 },
  session: apiOf('/sessions/SES-2026-0001'),
  ...at('/recommandations/REC-2026-0001'),
}

export const recommendationOperations = [
  operation({
    ...{ name: 'listRecommendations', resource: 'recommandations', path: '/recommandations' },
    summary: 'Les recommandations, celles de la dernière session d’abord',
    query: listQuery(
      {
        etat: z
          .enum(publicStatuses, 'Choisissez adopted, inProgress, done ou dropped')
          .optional()
          .describe('Où elle en est.'),
        destinataire: z
          .enum(addressees, 'Choisissez communes, association, state, startups ou partners')
          .optional()
          .describe('À qui elle s’adresse.'),
        session: named('Référence de la session.'),
      },
      dayKey,
    ),
    reply: pageOf('RecommendationPage', RecommendationShape),
    example: { data: [example], links: links('/recommandations?etat=inProgress') },
    work: async (asked) => {
      const { etat = null, destinataire = null, session = '', apres, limite } = asked.query
      const filter = { status: etat, addressee: destinataire, session }
      const cursor = apres ? { adoptedOn: apres[0], id: apres[1] } : null
      const found = await listBoard(asked.db, filter, cursor, limite)
      const readings = await loadReadings({ ...asked.context, db: asked.db })
      return writeList(
        asked,
        found,
        ({ startsOn, id }) => [startsOn, id],
        (row) => writeRecommendation(row, row.sessionReference, readings, asked),
      )
    },
  }),
  operation({
    ...{ name: 'getRecommendation', resource: 'recommandations' },
    path: '/recommandations/:reference',
    ...{ summary: 'Une recommandation', query: noQuery, reply: FullRecommendation },
    example: { ...example, source: null, evidence: [] },
    work: async (asked) => {
      const { db, params, context } = asked
      const full = await getPublicRecommendation(db, params.reference ?? '')
      const { recommendation, session, evidence } = full
      const readings = await loadReadings({ ...context, db })
      return {
        ...writeRecommendation(recommendation, session.reference, readings, asked),
        source: recommendation.source,
        evidence: evidence.map(({ title, body, url, recordedAt }) => ({
          ...{ title, body, link: url, at: recordedAt.toISOString() },
        })),
      }
    },
  }),
]

function writeRecommendation(
  row: Recommendation,
  session: string,
  readings: Readings,
  asked: Asked<unknown>,
): z.output<typeof RecommendationShape> {
  const { reference, title, body, addressee, status, dueOn, indicator } = row
  return {
    ...{ reference, title, body, addressee, dueOn, indicator },
    status: RecommendationShape.shape.status.parse(status),
    progress: writeProgress(row, readings),
    session: asked.url(`/sessions/${session}`),
    url: asked.url(`/recommandations/${reference}`),
    page: asked.page(`/recommandations/${reference}`),
  }
}

function writeProgress({ measure, target }: Recommendation, readings: Readings) {
  if (measure === null) return null
  const reading = readings[measure]
  return {
    ...{ measure: measures[measure].label, value: reading.value },
    total: target ?? reading.total,
    percent: computeProgress(reading, target),
  }
}
