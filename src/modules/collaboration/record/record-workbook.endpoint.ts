/** The facts that a filter finds, as a workbook. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { renderSpreadsheet, replyWithFile, type Sheet } from '#platform/documents.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { endpoint } from '#platform/web.ts'
import { addressOf, factLabels } from './record.labels.ts'
import { listFacts } from './record.queries.ts'
import type { Fact } from './record.schema.ts'
import { readRecordFilter } from './record-query.rules.ts'

/** Beyond that, a filter narrows it. */
const mostRows = 5000

export const recordWorkbook = endpoint('/registre.xlsx', {
  load: async (_, context) => {
    const facts = await listFacts(context, readRecordFilter(context.query), mostRows)
    const parties = facts.flatMap(({ communeId, startupId }) => [communeId, startupId ?? communeId])
    return { facts, names: await listOrganisationNames(context.db, [...new Set(parties)]) }
  },
  allow: everyone,
  limit: { points: 10, seconds: 60 },
  reply: async ({ facts, names }, { platform, now }) =>
    replyWithFile(
      `registre-${toDay(now)}.xlsx`,
      await renderSpreadsheet([writeFacts(facts, names, platform.config.origin)]),
    ),
})

const columns: Sheet['columns'] = [
  { label: 'Date', kind: 'date' },
  { label: 'Fait' },
  { label: 'Référence', width: 0.7 },
  { label: 'Objet', width: 2 },
  { label: 'Commune' },
  { label: 'Startup' },
  { label: 'Montant (FCFA)', kind: 'money' },
  { label: 'Motif', width: 2 },
  { label: 'Adresse' },
]

function writeFacts(
  facts: readonly Fact[],
  names: ReadonlyMap<string, string>,
  origin: string,
): Sheet {
  const rows = facts.map((fact): Sheet['rows'][number] => [
    fact.occurredAt,
    factLabels[fact.kind],
    fact.reference,
    fact.title,
    names.get(fact.communeId) ?? '',
    fact.startupId ? (names.get(fact.startupId) ?? '') : '',
    fact.amount,
    fact.note,
    `${origin}${addressOf(fact) ?? `/registre/${fact.reference}`}`,
  ])
  return { name: 'Registre', columns, rows }
}
