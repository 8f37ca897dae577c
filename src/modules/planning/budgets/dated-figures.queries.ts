/** What budgets gave to digital, vote by vote, and what was paid of it, situation by situation: figures as of any day. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export interface VotedAmount {
  readonly communeId: string
  readonly year: number
  /** The day of the vote, and that of the amending vote after it; null while it is in force. */
  readonly from: string
  readonly until: string | null
  readonly digital: number
  /** The whole budget; null while it is not known. */
  readonly whole: number | null
}

/** Of every commune, in one query. */
export async function listVotedAmounts(db: Db): Promise<VotedAmount[]> {
  const { rows } = await sql<VotedAmount>`
    select budget.commune_id, budget.year, vote.voted_on as "from",
      lead(vote.voted_on) over (partition by budget.id order by vote.number) as until,
      coalesce(line.amount, 0)::bigint as digital,
      nullif(coalesce(budget.total_investment, 0) + coalesce(budget.total_running, 0), 0)::bigint as whole
    from planning.budget
    join planning.budget_vote vote on vote.budget_id = budget.id
    left join (select budget_id, budget_version, sum(amount) as amount from planning.budget_line where is_voted group by 1, 2) line
      on line.budget_id = budget.id and line.budget_version = vote.number
    where budget.status in ('adopted', 'amending', 'closed')`.execute(db)
  return rows
}

export interface PaidAmount {
  readonly communeId: string
  readonly year: number
  /** The day of the situation. */
  readonly day: string
  /** What it adds to the situation before it; less than nothing where that one was corrected. */
  readonly paid: number
}

/** Of every commune, in one query: summed up to a day, they are what was paid by then. */
export async function listPaidAmounts(db: Db): Promise<PaidAmount[]> {
  const { rows } = await sql<PaidAmount>`
    select commune_id, year, day, sum(added)::bigint as paid
    from (select budget.commune_id, budget.year, entry.as_of as day,
        entry.paid - coalesce(lag(entry.paid) over (partition by entry.budget_id, entry.line_key
          order by entry.as_of, entry.recorded_at, entry.id), 0) as added
      from planning.budget_entry entry join planning.budget on budget.id = entry.budget_id
      where budget.status in ('adopted', 'amending', 'closed')) step
    group by 1, 2, 3`.execute(db)
  return rows
}
