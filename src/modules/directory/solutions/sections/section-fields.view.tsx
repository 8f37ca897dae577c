/** The questions of each section of a solution's file. */
import type { VNode } from 'preact'
import { DataFields } from './data-fields.view.tsx'
import { FunctionFields } from './function-fields.view.tsx'
import { PrerequisiteFields } from './prerequisite-fields.view.tsx'
import { PresentationFields } from './presentation-fields.view.tsx'
import { PriceFields } from './price-fields.view.tsx'
import { ReversibilityFields } from './reversibility-fields.view.tsx'
import type { Section, SectionFieldsProps } from './section.schema.ts'

export const sectionFields: {
  readonly [Name in Section]: (props: SectionFieldsProps<Name>) => VNode
} = {
  presentation: PresentationFields,
  fonctions: FunctionFields,
  prerequis: PrerequisiteFields,
  prix: PriceFields,
  hebergement: DataFields,
  reversibilite: ReversibilityFields,
}
