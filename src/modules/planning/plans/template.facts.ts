/** The three templates of master plans, by category of commune: data of the association (database/reference). */
import templates from '#reference/plan-templates.json' with { type: 'json' }
import type { TemplateCode } from './plan.schema.ts'
import type { SectionKey } from './section.facts.ts'

export interface PlanTemplate {
  readonly code: TemplateCode
  readonly name: string
  readonly summary: string
  readonly years: number
  readonly mostActions: number
  readonly governance: string
  readonly sharing: string
  readonly reviews: string
  readonly orientation: string
  readonly sections: readonly SectionKey[]
}

export const planTemplates = templates.rows as readonly PlanTemplate[]
export const planTemplatesSource = `${templates.source} (${templates.date})`

export function getTemplate(code: string): PlanTemplate {
  const found = planTemplates.find((template) => template.code === code)
  if (!found) throw new Error(`Aucun modèle de plan ${code}`)
  return found
}
