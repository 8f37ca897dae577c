/** A master plan (« schéma directeur ») and its parts, as they are stored. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { Axis } from '../axes.ts'
import type { PlanStatus } from './plan.workflow.ts'

export const templateCodes = ['particulier', 'intermediaire', 'ordinaire'] as const
export type TemplateCode = (typeof templateCodes)[number]

export type Plan = Omit<Selectable<Tables['planning.plan']>, 'status' | 'template'> & {
  readonly status: PlanStatus
  readonly template: TemplateCode
}

export type PlanSection = Selectable<Tables['planning.planSection']>

export const actionStates = ['planned', 'running', 'done', 'late', 'abandoned'] as const
export type ActionState = (typeof actionStates)[number]

export const targetAreas = [
  'applications',
  'data',
  'infrastructure',
  'skills',
  'governance',
] as const
export type TargetArea = (typeof targetAreas)[number]

/** Levels gained by axis once the action is done. */
export type Effects = Readonly<Partial<Record<Axis, number>>>

/** `startYear` and `endYear` are null while the calendar has no room for it. */
export type PlanAction = Omit<
  Selectable<Tables['planning.planAction']>,
  'axis' | 'status' | 'effects' | 'targetArea' | 'generated'
> & {
  readonly axis: Axis
  readonly status: ActionState
  readonly effects: Effects
  readonly targetArea: TargetArea
  readonly generated: Readonly<Record<string, unknown>> | null
}

export interface PlanDependency {
  readonly actionId: string
  readonly needsActionId: string
}

export type PlanRisk = Selectable<Tables['planning.planRisk']>
export type PlanIndicator = Selectable<Tables['planning.planIndicator']>

export const partnerStatuses = ['invited', 'accepted', 'declined'] as const
export type PartnerStatus = (typeof partnerStatuses)[number]

export type PlanPartner = Omit<Selectable<Tables['planning.planPartner']>, 'status'> & {
  readonly status: PartnerStatus
}

export interface FullPlan {
  readonly plan: Plan
  readonly sections: readonly PlanSection[]
  /** By priority. */
  readonly actions: readonly PlanAction[]
  readonly dependencies: readonly PlanDependency[]
  readonly risks: readonly PlanRisk[]
  readonly indicators: readonly PlanIndicator[]
  /** Empty for a commune's own plan; the lead is among them otherwise. */
  readonly partners: readonly PlanPartner[]
}
