/** What everybody may take away of recommendations. */
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import {
  addresseeLabels,
  measureLabels,
  recommendationStatusLabels,
} from './recommendation.labels.ts'
import { publicStatuses } from './recommendation.queries.ts'

type Published = Awaited<ReturnType<typeof listRecommendationsAfter>>[number]

function listRecommendationsAfter(db: Db, id: string | undefined, size: number) {
  const query = db
    .selectFrom('governance.recommendation as recommendation')
    .innerJoin('governance.session as session', 'session.id', 'recommendation.sessionId')
    .select(['recommendation.id', 'recommendation.reference', 'recommendation.title'])
    .select(['recommendation.body', 'recommendation.addressee', 'recommendation.dueOn'])
    .select(['recommendation.indicator', 'recommendation.measure', 'recommendation.target'])
    .select(['recommendation.status', 'recommendation.source'])
    .select(['session.reference as sessionReference', 'session.startsOn'])
    .where('recommendation.status', 'in', [...publicStatuses])
    .orderBy('recommendation.id')
    .limit(size)
  return (id ? query.where('recommendation.id', '>', id) : query).execute()
}

export const publishedRecommendations = publishTable<Published>({
  columns: {
    reference: column.text(
      'Référence ; sa page est /recommandations/{reference}.',
      ({ reference }) => reference,
    ),
    session: column.text('Session qui l’a adoptée.', (one) => one.sessionReference),
    session_du: column.day('Premier jour de cette session.', ({ startsOn }) => startsOn),
    titre: column.written('Ce qui est recommandé.', ({ title }) => title),
    texte: column.written('Le texte entier.', ({ body }) => body),
    destinataire: column.code('À qui elle s’adresse.', addresseeLabels, (one) => one.addressee),
    echeance: column.day('Pour quand.', ({ dueOn }) => dueOn),
    indicateur: column.written('À quoi se verra qu’elle est faite.', ({ indicator }) => indicator),
    chiffre: column.code(
      'Chiffre de la plateforme qui la suit.',
      measureLabels,
      ({ measure }) => measure,
    ),
    cible: column.count('Valeur visée de ce chiffre.', ({ target }) => target),
    etat: column.code(
      'Où elle en est.',
      Object.fromEntries(
        publicStatuses.map((status) => [status, recommendationStatusLabels[status].label]),
      ),
      ({ status }) => status,
    ),
    source: column.written('D’où elle est connue.', ({ source }) => source),
  },
  idOf: ({ reference }) => reference,
  readRows: (source) =>
    readPublic<Published>(source, (own, last) => listRecommendationsAfter(own, last?.id, 200)),
})
