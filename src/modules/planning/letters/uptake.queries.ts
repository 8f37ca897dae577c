/** Which communes took the digital lines up in a budget year: their signed letter, and their voted budget. For the association. */
import { sql } from 'kysely'
import {
  type Category,
  listCommuneNames,
  listDepartments,
  listMatchingCommunes,
} from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { getGuidanceInForce } from '../budgets/budget.queries.ts'
import { toPercent } from '../percent.rules.ts'

export interface Uptake {
  readonly commune: string
  readonly department: string
  readonly category: Category
  /** Of the letter in force; null while none is signed. */
  readonly reference: string | null
  readonly lineCount: number
  readonly lineAmount: number
  /** The digital share of the voted budget, and what is advised, in per cent; null while it is not known. */
  readonly share: number | null
  readonly advised: number | null
}

export interface UptakeFilter {
  readonly year: number
  readonly department: string | null
  readonly category: Category | null
}

const categories: readonly Category[] = ['particulier', 'intermediaire', 'ordinaire']

/** A fixed number of queries, whatever the number of communes. */
export async function listUptakes(db: Db, filter: UptakeFilter): Promise<Uptake[]> {
  const communes = (await listMatchingCommunes(db))
    .filter(({ departmentCode }) => [null, departmentCode].includes(filter.department))
    .filter(({ category }) => [null, category].includes(filter.category))
  const names = await listCommuneNames(
    db,
    communes.map(({ id }) => id),
  )
  const departments = new Map((await listDepartments(db)).map(({ code, name }) => [code, name]))
  const letters = await listSigned(db, filter.year)
  const shares = await listShares(db, filter.year)
  const advised = await listAdvised(db, filter.year)
  return communes
    .map(({ id, departmentCode, category }) => ({
      commune: names.get(id) ?? '',
      department: departments.get(departmentCode) ?? '',
      category: category as Category,
      reference: letters.get(id)?.reference ?? null,
      lineCount: letters.get(id)?.lineCount ?? 0,
      lineAmount: letters.get(id)?.lineAmount ?? 0,
      share: shares.get(id) ?? null,
      advised: advised.get(category) ?? null,
    }))
    .sort((a, b) => b.lineAmount - a.lineAmount || a.commune.localeCompare(b.commune, 'fr'))
}

interface Signed {
  readonly communeId: string
  readonly reference: string
  readonly lineCount: number
  readonly lineAmount: number
}

async function listSigned(db: Db, year: number): Promise<Map<string, Signed>> {
  const { rows } = await sql<Signed>`
    select letter.commune_id as "communeId", letter.reference, count(line.id)::int as "lineCount",
      coalesce(sum(line.amount), 0)::bigint as "lineAmount"
    from planning.letter letter left join planning.letter_line line on line.letter_id = letter.id
    where letter.year = ${year} and letter.status in ('signed', 'transmitted')
    group by letter.id`.execute(db)
  return new Map(rows.map((row) => [row.communeId, row]))
}

async function listShares(db: Db, year: number): Promise<Map<string, number | null>> {
  const figures = await db
    .selectFrom('planning.budgetFigure')
    .select(['communeId', 'investment', 'running', 'totalInvestment', 'totalRunning'])
    .where('year', '=', year)
    .execute()
  return new Map(
    figures.map(({ communeId, investment, running, totalInvestment, totalRunning }) => [
      communeId,
      toPercent(investment + running, (totalInvestment ?? 0) + (totalRunning ?? 0)),
    ]),
  )
}

async function listAdvised(db: Db, year: number): Promise<Map<string, number>> {
  const advised = new Map<string, number>()
  for (const category of categories) {
    const guidance = await getGuidanceInForce(db, category, `${year}-01-01`)
    if (guidance) advised.set(category, guidance.sharePerMille / 10)
  }
  return advised
}
