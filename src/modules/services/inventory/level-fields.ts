/** The fields in which a commune says the level of each service of a domain, beside the level that the page showed. */
import { z } from 'zod'
import { serviceLabels } from '#modules/directory/index.ts'
import { type Level, levels } from './level.rules.ts'
import type { LevelChange } from './offer.actions.ts'

const blankIsNull = (value: unknown) => value || null
const chosen = z.preprocess(blankIsNull, z.enum(levels, 'Choisissez un niveau').nullable())

export const chosenName = (code: string) => `niveau-${code}`
export const shownName = (code: string) => `avant-${code}`

const codes = Object.keys(serviceLabels)

export const LevelsInput = z.object(
  Object.fromEntries(
    codes.flatMap((code) => [
      [chosenName(code), chosen],
      [shownName(code), chosen],
    ]),
  ),
)

/** What the person changed on the page: the rest is left to whoever else may be changing it. */
export function readChanges(
  typed: Readonly<Record<string, unknown>>,
  asked: readonly string[],
): LevelChange[] {
  return asked.flatMap((serviceCode) => {
    const to = typed[chosenName(serviceCode)] as Level | null
    const from = typed[shownName(serviceCode)] as Level | null
    return to !== null && to !== from ? [{ serviceCode, from, to }] : []
  })
}
