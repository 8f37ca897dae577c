/** What a plan is generated from, without a database: for tests of the rules and for benchmarks. */
import library from '#reference/action-library.json' with { type: 'json' }
import { axes } from '../axes.ts'
import type { PlanSources } from './generation.types.ts'
import type { LibraryAction } from './library.schema.ts'
import type { TemplateCode } from './plan.schema.ts'
import { getTemplate } from './template.facts.ts'

const envelopes: Readonly<Record<TemplateCode, readonly number[]>> = {
  ordinaire: [14_000_000, 16_000_000, 18_000_000],
  intermediaire: [48_000_000, 50_000_000, 52_000_000, 54_000_000],
  particulier: [180_000_000, 190_000_000, 200_000_000, 210_000_000, 220_000_000],
}
const populations: Readonly<Record<TemplateCode, number>> = {
  ordinaire: 48_000,
  intermediaire: 180_000,
  particulier: 650_000,
}

const actions = library.rows.map(({ brackets, ...action }) => ({
  ...action,
  cost: {
    ...{ actionCode: action.code, brackets, validFrom: '2024-10-11', source: library.source },
    ...{ reason: 'Livrés avec la plateforme', isConfirmed: false, createdAt: new Date(0) },
  },
})) as unknown as LibraryAction[]

/** A commune of this category that stands at this level on every axis. */
export function describeSources(
  template: TemplateCode,
  level = 2,
  more: Partial<PlanSources> = {},
): PlanSources {
  return {
    template: getTemplate(template),
    commune: {
      ...{ name: 'Exemple', category: template, population: populations[template] },
      ...{ itStaff: 0, connectivity: '3g' },
    },
    diagnosis: {
      ...{ diagnosisId: 'd', communeId: 'c', confirmedAt: new Date('2026-11-02T09:00:00Z') },
      ...{ questionnaireVersion: 1, overall: level, levels: new Map(), online: [] },
      axes: axes.map((axis) => ({ axis, level, questions: 7, unknown: 0, up: [], down: [] })),
      strengths: [],
      gaps: [
        {
          ...{ questionCode: 'q', axis: 'security', level: 0 },
          text: 'Les données ne sont pas sauvegardées hors de la mairie.',
        },
      ],
    },
    gap: {
      ...{ communeId: 'c', sites: [], unmet: 2, unknown: 1, assumptions: [] },
      ...{ setUpCost: 1_500_000, yearlyCost: 900_000, costOverThreeYears: 4_200_000 },
    },
    uses: [],
    library: actions,
    firstYear: 2027,
    envelopes: envelopes[template],
    ...more,
  }
}
