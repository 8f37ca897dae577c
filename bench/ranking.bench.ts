/** How long it takes to rank 20,000 solutions for a need: in the database, then in the rules. */

import { sql } from 'kysely'
import communes from '#reference/communes.json' with { type: 'json' }
import { useDatabase } from '#test/database.ts'
import { rankForNeed } from '../src/modules/collaboration/matching/ranking.queries.ts'
import type { Need } from '../src/modules/collaboration/needs/need.schema.ts'
import { selectCandidates } from '../src/modules/directory/catalogue/catalogue-entry.queries.ts'
import { fillCatalogue } from './catalogue-world.ts'
import { measure, report } from './measure.ts'

const glazoue = communes.rows.find(({ slug }) => slug === 'glazoue')

const need = {
  id: '00000000-0000-7000-8000-000000000001',
  communeId: glazoue?.id,
  title: 'Encaisser les droits de place',
  domains: ['markets', 'local-revenue'],
  services: ['market-fee'],
  connectivity: '3g',
  mustWorkOffline: true,
  workstations: 4,
  itStaff: 1,
  users: 8,
  population: null,
  languages: ['fr'],
  hosting: 'any',
  handlesPersonalData: true,
  budgetMin: null,
  budgetMax: 6_000_000,
} as unknown as Need

const database = await useDatabase()
await fillCatalogue(database.db, 20_000)
const now = new Date()

/** What PostgreSQL itself took, without carrying the rows over. */
async function runInDatabase(): Promise<number> {
  const [plan] = await selectCandidates(database.db, need).explain('json', sql`analyze`)
  const text = JSON.stringify(plan)
  return Number(/"(?:executionTime|Execution Time)":([\d.]+)/.exec(text)?.[1])
}

const inDatabase: number[] = []
for (let index = 0; index < 40; index++) inDatabase.push(await runInDatabase())
inDatabase.sort((a, b) => a - b)

report([
  {
    name: 'classement, 20 000 solutions : dans la base',
    unit: 'ms',
    median: inDatabase[20] ?? Number.NaN,
    p95: inDatabase[38] ?? Number.NaN,
    aim: '50 ms',
  },
  await measure('classement, 20 000 solutions : page entière', 'sans objet', () =>
    rankForNeed(database.db, need, now, { from: 0, size: 10 }),
  ),
])
await database.close()
