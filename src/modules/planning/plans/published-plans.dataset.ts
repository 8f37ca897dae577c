/** What everybody may take away of master plans: those in force, and how far their actions are. */
import { sql } from 'kysely'
import { listCommuneNames } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'

type Published = Awaited<ReturnType<typeof listPlansAfter>>[number] & {
  readonly communeName: string
}

function listPlansAfter(db: Db, id: string | undefined, size: number) {
  const query = db
    .selectFrom('planning.plan as plan')
    .select(['plan.id', 'plan.reference', 'plan.communeId', 'plan.title', 'plan.firstYear'])
    .select(['plan.years', 'plan.councilNumber', 'plan.councilDate', 'plan.inForceAt'])
    .select(
      sql<number>`(select count(*)::int from planning.plan_action action
        where action.plan_id = plan.id and action.start_year is not null)`.as('actions'),
    )
    .select(
      sql<number>`(select count(*)::int from planning.plan_action action
        where action.plan_id = plan.id and action.start_year is not null and action.status = 'done')`.as(
        'done',
      ),
    )
    .where('plan.status', '=', 'inForce')
    .orderBy('plan.id')
    .limit(size)
  return (id ? query.where('plan.id', '>', id) : query).execute()
}

async function readBatch(db: Db, last: Published | null): Promise<Published[]> {
  const plans = await listPlansAfter(db, last?.id, 200)
  const names = await listCommuneNames(
    db,
    plans.map(({ communeId }) => communeId),
  )
  return plans.map((plan) => ({ ...plan, communeName: names.get(plan.communeId) ?? '' }))
}

export const publishedPlans = publishTable<Published>({
  columns: {
    reference: column.text('Référence du schéma directeur.', ({ reference }) => reference),
    commune: column.text('Commune qui le porte.', ({ communeName }) => communeName),
    titre: column.written('Titre.', ({ title }) => title),
    premiere_annee: column.count('Première année.', ({ firstYear }) => firstYear),
    duree: column.whole('Durée.', 'années', ({ years }) => years),
    deliberation: column.text(
      'Numéro de la délibération du conseil.',
      ({ councilNumber }) => councilNumber,
    ),
    delibere_le: column.day('Date de cette délibération.', ({ councilDate }) => councilDate),
    en_vigueur_le: column.moment('Entrée en vigueur.', ({ inForceAt }) => inForceAt),
    actions: column.count('Actions placées dans le calendrier.', ({ actions }) => actions),
    actions_faites: column.count('Celles qui sont faites.', ({ done }) => done),
  },
  idOf: ({ reference }) => reference,
  readRows: (source) => readPublic<Published>(source, readBatch),
})
