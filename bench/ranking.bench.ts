/** How long it takes to rank 20,000 solutions for a need: in the database, then in the rules. */

import { listCandidateSolutions } from '#modules/directory/index.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { useDatabase } from '#test/database.ts'
import { rankForNeed } from '../src/modules/collaboration/matching/ranking.queries.ts'
import type { Need } from '../src/modules/collaboration/needs/need.schema.ts'
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
const aim = '50 ms'
report([
  await measure('classement, 20 000 solutions : base de données', aim, () =>
    listCandidateSolutions(database.db, need),
  ),
  await measure('classement, 20 000 solutions : page entière', 'sans objet', () =>
    rankForNeed(database.db, need, now, { from: 0, size: 10 }),
  ),
])
await database.close()
