/** The headings of digital budgets as a list that the association keeps. */

import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import type { AppliedChange, ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import { fields } from '#platform/web.ts'
import reference from '#reference/budget.json' with { type: 'json' }
import { listAccounts } from './account.queries.ts'
import { sectionLabels } from './budget.labels.ts'
import { type Account, sections } from './budget.schema.ts'

export const accountList: ReferenceList = {
  code: 'comptes',
  title: 'Comptes du budget numérique',
  governs:
    'Les intitulés que les communes choisissent pour les lignes de leur budget. Un code n’est écrit que lorsqu’un texte publié le confirme.',
  keeps: 'Une ligne votée garde l’intitulé et le code sous lesquels le conseil l’a votée.',
  source: reference.accountSource,
  sourceDate: reference.date,
  fields: {
    label: {
      ...{ label: 'Intitulé', kind: 'text' },
      input: fields.text({ min: 2, max: 120, missing: 'Nommez le compte' }),
    },
    code: {
      ...{ label: 'Code de la nomenclature', kind: 'text', isOptional: true },
      hint: 'Vide tant qu’aucun texte publié ne le donne.',
      input: fields.optionalText(20),
    },
    hint: {
      ...{ label: 'Ce qu’il contient', kind: 'text', isOptional: true },
      input: fields.optionalText(500),
    },
    usualSection: {
      ...{ label: 'Section habituelle', kind: 'choice', isOptional: true },
      ...{ options: sectionLabels, empty: 'L’une ou l’autre' },
      input: fields.optionalChoice(sections),
    },
    isConfirmed: {
      ...{ label: 'Un texte publié confirme ce code', kind: 'box' },
      input: fields.checkbox(),
    },
  },
  findFaults: ({ isConfirmed, code }) =>
    isConfirmed && code === '' ? { code: 'Un compte confirmé a un code' } : null,
  mayGrow: true,
  mayEnd: () => true,
  listEntries: async (db) => (await listAccounts(db)).map(toEntry),
  countUses,
  apply: async (db, changes, now) => {
    for (const change of changes) await applyOne(db, change, now)
  },
}

function toEntry(account: Account): ReferenceEntry {
  const { key, label, code, hint, usualSection, isConfirmed, validFrom, validTo, source } = account
  return {
    ...{ key, label, validFrom, validUntil: validTo, source },
    content: { label, code: code ?? '', hint, usualSection, isConfirmed },
  }
}

/** Lines that are not voted: those take the new heading. */
async function countUses(db: Db, key: string) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from planning.budget_line line
      join planning.account account on account.id = line.account_id
    where account.key = ${key} and not line.is_voted`.execute(db)
  const count = rows[0]?.count ?? 0
  const text = t(
    '{count, plural, one {# ligne de budget en préparation} other {# lignes de budget en préparation}}',
    { count },
  )
  return [{ count, text }]
}

async function applyOne(db: Db, change: AppliedChange, now: Date): Promise<void> {
  const { kind, key, content, source, takesEffectOn } = change
  if (kind === 'end') {
    const ended = { validTo: addDaysTo(takesEffectOn, -1), updatedAt: now }
    await db.updateTable('planning.account').set(ended).where('key', '=', key).execute()
    return
  }
  const row = { ...(content as AccountContent), source, updatedAt: now }
  const values = { ...row, code: row.code || null }
  if (kind === 'revise') {
    await db.updateTable('planning.account').set(values).where('key', '=', key).execute()
    return
  }
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from planning.account)`
  const identity = { id: createId(now.getTime()), key, position, validFrom: takesEffectOn }
  await db
    .insertInto('planning.account')
    .values({ ...values, ...identity })
    .execute()
}

type AccountContent = Pick<Account, 'label' | 'hint' | 'usualSection' | 'isConfirmed'> & {
  readonly code: string
}
