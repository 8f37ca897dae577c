/** What everybody may take away of calls: what was asked, until when, and where each is. */
import { domainLabels, listCommuneNames } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import { callMechanismLabels, callStageLabels } from './call.labels.ts'

type OpenCall = Awaited<ReturnType<typeof listCallsAfter>>[number]
type Published = OpenCall & { readonly communeNames: readonly string[] }

function listCallsAfter(db: Db, id: string | undefined, size: number) {
  const query = db
    .selectFrom('collaboration.call as call')
    .leftJoin('collaboration.need as need', 'need.id', 'call.needId')
    .select(['call.id', 'call.reference', 'need.reference as needReference', 'call.title'])
    .select(['call.mechanism', 'call.status', 'call.partyIds', 'call.domains', 'call.purpose'])
    .select(['call.budgetMin', 'call.budgetMax', 'call.showsBudget', 'call.publishedAt'])
    .select(['call.questionsUntil', 'call.deadline', 'call.openedAt', 'call.awardedAt'])
    .where('call.publishedAt', 'is not', null)
    .orderBy('call.id')
    .limit(size)
  return (id ? query.where('call.id', '>', id) : query).execute()
}

async function readBatch(db: Db, last: Published | null): Promise<Published[]> {
  const calls = await listCallsAfter(db, last?.id, 500)
  const names = await listCommuneNames(
    db,
    calls.flatMap(({ partyIds }) => partyIds),
  )
  return calls.map((call) => ({
    ...call,
    communeNames: call.partyIds.map((id) => names.get(id) ?? ''),
  }))
}

/** Whether it is open follows from its deadline: the status is the last decision that somebody took. */
const statuses = Object.fromEntries(
  Object.entries(callStageLabels)
    .filter(([stage]) => !['draft', 'inReview', 'returned', 'closed'].includes(stage))
    .map(([stage, { label }]) => [stage, stage === 'published' ? 'Publié' : label]),
)

const what = {
  reference: column.text(
    'Référence ; sa page est /appels/{reference}.',
    (one: Published) => one.reference,
  ),
  besoin: column.text('Référence du besoin d’où il vient.', (one: Published) => one.needReference),
  titre: column.written('Objet de l’appel.', (one: Published) => one.title),
  objet: column.written('Ce qui est demandé.', (one: Published) => one.purpose),
  mecanisme: column.code('Mécanisme.', callMechanismLabels, (one: Published) => one.mechanism),
  communes: column.texts(
    'Communes qui appellent, celle qui conduit d’abord.',
    (one: Published) => one.communeNames,
  ),
  domaines: column.codes('Domaines.', domainLabels, (one: Published) => one.domains),
  etat: column.code(
    'Dernière décision prise ; publié, il est ouvert jusqu’à sa date limite.',
    statuses,
    (one: Published) => one.status,
  ),
}

const terms = {
  budget_min: column.amount('Budget annoncé, au moins.', (one: Published) =>
    one.showsBudget ? one.budgetMin : null,
  ),
  budget_max: column.amount('Budget annoncé, au plus.', (one: Published) =>
    one.showsBudget ? one.budgetMax : null,
  ),
  publie_le: column.moment('Publication.', (one: Published) => one.publishedAt),
  questions_jusqu_au: column.moment('Fin des questions.', (one: Published) => one.questionsUntil),
  date_limite: column.moment('Date limite des propositions.', (one: Published) => one.deadline),
  ouvert_le: column.moment('Ouverture des propositions.', (one: Published) => one.openedAt),
  attribue_le: column.moment('Attribution.', (one: Published) => one.awardedAt),
}

export const publishedCalls = publishTable<Published>({
  columns: { ...what, ...terms },
  idOf: ({ reference }) => reference ?? '',
  readRows: (source) => readPublic<Published>(source, readBatch),
})
