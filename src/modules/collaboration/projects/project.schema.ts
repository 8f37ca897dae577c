/** A project: what a commune and whoever delivers have agreed to put in place, milestone by milestone. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { MilestoneStatus } from './milestone.workflow.ts'
import type { ProjectStatus } from './project.workflow.ts'

export type Project = Omit<Selectable<Tables['collaboration.project']>, 'status'> & {
  readonly status: ProjectStatus
}

export type Milestone = Omit<Selectable<Tables['collaboration.milestone']>, 'status'> & {
  readonly status: MilestoneStatus
}

export type ProjectPoint = Selectable<Tables['collaboration.projectPoint']>
export type Indicator = Selectable<Tables['collaboration.projectIndicator']>
export type Evaluation = Selectable<Tables['collaboration.projectEvaluation']>

export const entryKinds = ['risk', 'incident', 'decision'] as const
export type EntryKind = (typeof entryKinds)[number]

export type ProjectEntry = Omit<Selectable<Tables['collaboration.projectEntry']>, 'kind'> & {
  readonly kind: EntryKind | 'message'
}

export const mostMilestones = 30

const share = () => fields.integer(0, 100)

export const MilestoneInput = z.object({
  title: fields.text({ max: 200, missing: 'Donnez un titre au jalon' }),
  deliverables: fields.text({
    max: 4000,
    missing: 'Dites ce qui sera livré, et comment on le vérifie',
  }),
  dueOn: fields.day(),
  weight: share(),
  paymentShare: share(),
})
export type MilestoneInput = z.infer<typeof MilestoneInput>

export const Presentation = z
  .object({
    title: fields.text({ max: 200, missing: 'Donnez un titre au projet' }),
    summary: fields.optionalText(4000),
    amount: fields.optionalMoney().transform((amount) => amount ?? 0),
    startsOn: fields.optionalDay(),
    endsOn: fields.optionalDay(),
    version: fields.version(),
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'La fin précède le début',
  })
