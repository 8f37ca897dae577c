/** The two sides of a demonstration project, and the people who act for them. */
import type { Db } from '#platform/database.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import type { DemoProject } from './projects.ts'
import solutions from './solutions.json' with { type: 'json' }

export interface World {
  readonly db: Db
  readonly ago: Ago
  readonly year: number
}

const people: Record<string, string> = {
  glazoue: 'se.glazoue',
  bohicon: 'se.bohicon',
  parakou: 'se.parakou',
  houeyogbe: 'se.houeyogbe',
  'akwaba-numerique': 'startup.a',
  'zem-data': 'startup.b',
}

export const projectId = (number: number) => demoId(`project:${number}`)

export function sidesOf({ commune, solution }: DemoProject) {
  const startup = solutions.rows.find(({ slug }) => slug === solution)?.startup
  return {
    communeId: organisationId(commune),
    startupId: startup ? organisationId(startup) : null,
    people: {
      commune: personId(people[commune] ?? 'se.glazoue'),
      startup: personId(people[startup ?? ''] ?? 'startup.a'),
    },
  }
}
