/** The limits of each mechanism as a list that the association keeps: one dated rule after the other, none erased. */

import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import type { AppliedChange, ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import { fields } from '#platform/web.ts'
import reference from '#reference/mechanisms.json' with { type: 'json' }
import { listRulesInForce, type MechanismRule } from './mechanism.queries.ts'
import { mechanismDefinitions } from './mechanism-definitions.ts'

const days = fields.optionalInteger(1, 365)
const amount = {
  kind: 'money',
  isOptional: true,
  empty: 'Sans borne',
  hint: 'Vide : sans borne.',
  input: fields.optionalMoney(),
} as const
const period = { kind: 'days', isOptional: true, empty: 'Sans objet', input: days } as const

export const mechanismList: ReferenceList = {
  code: 'mecanismes',
  title: 'Limites des mécanismes',
  governs:
    'Les montants et les délais de chaque mécanisme de collaboration, et la base légale que les dossiers citent.',
  keeps:
    'Un appel publié, une expérimentation proposée et un dossier ouvert gardent les limites du jour où ils l’ont été.',
  source: reference.source,
  sourceDate: reference.date,
  fields: {
    amountMin: { ...amount, label: 'Montant le plus bas' },
    amountMax: { ...amount, label: 'Montant le plus haut' },
    minimumDays: { ...period, label: 'Jours laissés pour répondre, au moins' },
    maximumDays: { ...period, label: 'Jours que dure une expérimentation, au plus' },
    lateChangeDays: {
      ...period,
      label: 'Jours en deçà desquels un changement repousse la date limite',
    },
    legalBasis: {
      ...{ label: 'Base légale', kind: 'longText' },
      input: fields.text({ max: 1000, missing: 'Indiquez la base légale' }),
    },
    isConfirmed: {
      ...{ label: 'Un texte publié confirme ces règles', kind: 'box' },
      input: fields.checkbox(),
    },
  },
  findFaults: ({ amountMin, amountMax }) =>
    amountMin !== null && amountMax !== null && Number(amountMin) >= Number(amountMax)
      ? { amountMax: 'Le montant le plus haut est inférieur au plus bas' }
      : null,
  mayGrow: false,
  mayEnd: () => false,
  listEntries: async (db, today) => (await listRulesInForce(db, today)).map(toEntry),
  countUses,
  apply,
}

function toEntry(rule: MechanismRule): ReferenceEntry {
  const { mechanism, validFrom, source, amountMin, amountMax } = rule
  const { minimumDays, maximumDays, lateChangeDays, legalBasis, isConfirmed } = rule
  const limits = { amountMin, amountMax, minimumDays, maximumDays, lateChangeDays }
  return {
    key: mechanism,
    label: mechanismDefinitions[mechanism].title,
    content: { ...limits, legalBasis, isConfirmed },
    ...{ validFrom, validUntil: null, source },
  }
}

/** What is not begun yet and will follow the new limits; what is, and keeps its own. */
async function countUses(db: Db, mechanism: string) {
  const { rows } = await sql<{ prepared: number; begun: number }>`
    select count(*) filter (where status in ('draft', 'inReview', 'returned'))::int as prepared,
      count(*) filter (where status in ('published', 'opened', 'evaluated', 'proposed', 'running', 'extended'))::int as begun
    from (select mechanism, status from collaboration.call
      union all select 'pilot', status from collaboration.pilot) dossier
    where mechanism = ${mechanism}`.execute(db)
  const { prepared, begun } = rows[0] ?? { prepared: 0, begun: 0 }
  const follows = t(
    '{count, plural, one {# dossier en préparation suivra} other {# dossiers en préparation suivront}} la nouvelle version',
    { count: prepared },
  )
  const keeps = t(
    '{count, plural, one {# dossier commencé garde ses limites} other {# dossiers commencés gardent leurs limites}}',
    { count: begun },
  )
  return [
    { count: prepared, text: follows },
    { count: begun, text: keeps },
  ]
}

async function apply(db: Db, changes: readonly AppliedChange[], now: Date): Promise<void> {
  const rows = changes.map(({ key, content, takesEffectOn, source, reason, byPersonId }) => ({
    ...(content as Pick<MechanismRule, 'legalBasis' | 'isConfirmed'>),
    ...{ id: createId(now.getTime()), mechanism: key, validFrom: takesEffectOn, source, reason },
    ...{ setBy: byPersonId, setAt: now },
  }))
  await db.insertInto('collaboration.mechanismRule').values(rows).execute()
}
