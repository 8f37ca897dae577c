/** What the forms of a plan send. */
import { z } from 'zod'
import { domainLabels } from '#modules/directory/index.ts'
import { fields } from '#platform/web.ts'
import { axes } from '../axes.ts'
import { fundingCodes, mechanismCodes } from './plan.labels.ts'
import { targetAreas, templateCodes } from './plan.schema.ts'

/** Beyond, an envelope is a mistake: more than any commune's budget. */
const largestAmount = 100_000_000_000

const frame = {
  title: fields.text({ min: 8, max: 200, missing: 'Donnez un titre au plan' }),
  firstYear: fields.integer(2024, 2060),
  years: fields.choice(['3', '4', '5'], 'Choisissez la durée'),
  envelope1: fields.optionalMoney(largestAmount),
  envelope2: fields.optionalMoney(largestAmount),
  envelope3: fields.optionalMoney(largestAmount),
  envelope4: fields.optionalMoney(largestAmount),
  envelope5: fields.optionalMoney(largestAmount),
}

export const StartInput = z.object({
  ...frame,
  template: fields.choice(templateCodes, 'Choisissez un modèle'),
})
export const FrameInput = z.object({ ...frame, version: fields.version() })
export type FrameValues = z.infer<typeof FrameInput>

export const envelopeRows = [1, 2, 3, 4, 5] as const

type Envelopes = Pick<
  FrameValues,
  'years' | 'envelope1' | 'envelope2' | 'envelope3' | 'envelope4' | 'envelope5'
>

/** The years that count: an empty one is not a zero. */
export function readEnvelopes(input: Envelopes): number[] | Record<string, string> {
  const rows = envelopeRows.slice(0, Number(input.years))
  const missing = rows.filter((row) => input[`envelope${row}`] === null)
  if (missing.length > 0)
    return Object.fromEntries(
      missing.map((row) => [`envelope${row}`, 'Indiquez l’enveloppe de cette année, zéro compris']),
    )
  return rows.map((row) => input[`envelope${row}`] ?? 0)
}

export const SectionInput = z.object({
  body: fields.text({ max: 20_000, missing: 'Écrivez cette partie' }),
  version: fields.version(),
})

export const ActionInput = z.object({
  title: fields.text({ min: 5, max: 200, missing: 'Nommez l’action' }),
  purpose: fields.optionalText(4000),
  reason: fields.optionalText(2000),
  axis: fields.choice(axes, 'Choisissez un axe'),
  targetArea: fields.choice(targetAreas, 'Choisissez un domaine de la cible'),
  startYear: fields.optionalInteger(2020, 2100),
  endYear: fields.optionalInteger(2020, 2100),
  investment: fields.optionalMoney(largestAmount),
  running: fields.optionalMoney(largestAmount),
  fundingSource: fields.choice(fundingCodes, 'Choisissez une source'),
  mechanism: fields.choice(mechanismCodes, 'Choisissez un mécanisme'),
  department: fields.text({ max: 200, missing: 'Nommez le service responsable' }),
  prerequisites: fields.optionalText(1000),
  isShared: fields.checkbox(),
  isPinned: fields.checkbox(),
  domains: fields.choices(Object.keys(domainLabels)),
  needs: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid())),
  version: fields.version(),
})
export type ActionValues = z.infer<typeof ActionInput>

export const RiskInput = z.object({
  title: fields.text({ min: 5, max: 300, missing: 'Décrivez le risque' }),
  likelihood: fields.integer(1, 5),
  impact: fields.integer(1, 5),
  answer: fields.text({ max: 1000, missing: 'Dites comment la commune y répond' }),
  version: fields.version(),
})
export type RiskValues = z.infer<typeof RiskInput>

/** A measure: whole or with one decimal, as people type it. */
const measure = z.preprocess(
  (value) =>
    typeof value === 'string' ? value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.') : value,
  z
    .string()
    .regex(/^(\d{1,9}(\.\d{1,2})?)?$/, 'Indiquez un nombre, par exemple 12 ou 3,5')
    .transform((value) => (value === '' ? null : Number(value))),
)

export const IndicatorInput = z.object({
  label: fields.text({ min: 5, max: 300, missing: 'Nommez l’indicateur' }),
  unit: fields.optionalText(60),
  baseline: measure,
  target: measure,
  targetYear: fields.integer(2020, 2100),
  source: fields.optionalText(300),
  version: fields.version(),
})
export type IndicatorValues = z.infer<typeof IndicatorInput>
