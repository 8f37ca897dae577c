/** The written parts of a generated plan: French prose made of what is known, and of nothing else. */
import type { GeneratedAction, GeneratedSection, PlanSources, Writer } from './generation.types.ts'
import { type SectionKey, sectionTitles } from './section.facts.ts'
import { writeChange, writePolicy, writeTechnology } from './sections-choices.paper.ts'
import {
  writeCalendar,
  writeDashboard,
  writeFinancing,
  writeOrganisation,
  writePortfolio,
  writeRisks,
} from './sections-conduct.paper.ts'
import {
  writeFindings,
  writeOrientations,
  writePrinciples,
  writeScenarios,
  writeTarget,
} from './sections-vision.paper.ts'

const writers: Readonly<Record<SectionKey, Writer>> = {
  principles: writePrinciples,
  findings: writeFindings,
  orientations: writeOrientations,
  scenarios: writeScenarios,
  target: writeTarget,
  organisation: writeOrganisation,
  policy: writePolicy,
  technology: writeTechnology,
  portfolio: writePortfolio,
  calendar: writeCalendar,
  risks: writeRisks,
  dashboard: writeDashboard,
  financing: writeFinancing,
  change: writeChange,
}

export function writeSections(
  sources: PlanSources,
  actions: readonly GeneratedAction[],
): GeneratedSection[] {
  return sources.template.sections.map((key) => ({
    key,
    title: sectionTitles[key],
    body: writers[key](sources, actions),
  }))
}
