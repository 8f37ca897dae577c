/** The first headings, sources and advised shares of digital budgets. What the association changed since is left alone. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import budget from './budget.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'

const idOf = (block: string, index: number) =>
  `018f0000-0000-7000-8000-0000005${block}${String(index).padStart(4, '0')}`

export async function loadBudgetReference(db: Db): Promise<void> {
  await loadAccounts(db)
  await loadSources(db)
  await loadGuidance(db)
}

async function loadAccounts(db: Db): Promise<void> {
  const rows = budget.accounts.map((account, index) => ({
    ...account,
    id: idOf('a', index),
    position: index + 1,
  }))
  const shape = sql`id uuid, key text, position int, label text, hint text, "usualSection" text`
  await sql`insert into planning.account (id, key, position, label, hint, usual_section, valid_from, source, is_confirmed)
    select id, key, position, label, hint, "usualSection", date '2015-01-01', ${budget.accountSource}, false
    from ${rowsOf(rows, shape)} on conflict do nothing`.execute(db)
}

async function loadSources(db: Db): Promise<void> {
  const rows = budget.sources.map((source, index) => ({ ...source, position: index + 1 }))
  const shape = sql`code text, position int, label text, hint text, "validFrom" date, "validTo" date, source text, "isConfirmed" boolean`
  await sql`insert into planning.funding_source (code, position, label, hint, valid_from, valid_to, source, is_confirmed)
    select code, position, label, hint, "validFrom", "validTo", source, "isConfirmed"
    from ${rowsOf(rows, shape)} on conflict do nothing`.execute(db)
}

async function loadGuidance(db: Db): Promise<void> {
  const rows = budget.guidance.map((row, index) => ({ ...row, id: idOf('d', index) }))
  const shape = sql`id uuid, category text, "sharePerMille" int`
  await sql`insert into planning.budget_guidance (id, category, valid_from, share_per_mille, is_confirmed, source, reason)
    select id, category, date '2024-10-11', "sharePerMille", false, ${budget.guidanceSource}, ${budget.guidanceReason}
    from ${rowsOf(rows, shape)} on conflict do nothing`.execute(db)
}
