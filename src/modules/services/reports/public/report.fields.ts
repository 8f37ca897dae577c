/** What whoever tells is asked. */
import { z } from 'zod'
import { fields, mediaTypes, optionalFile } from '#platform/web.ts'
import { around } from '../../procedures/answer.rules.ts'
import { categoryCodes } from '../category.facts.ts'
import type { Point } from '../public-position.rules.ts'

const misread = 'Indiquez des degrés, par exemple 7,9735'
const outside = 'Ce point n’est pas au Bénin'

/** Null when empty. */
function degrees(least: number, most: number) {
  return z.preprocess((value) => {
    const text = typeof value === 'string' ? value.trim().replace(',', '.').replace(/°$/, '') : ''
    if (text === '') return null
    return /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN
  }, z.number(misread).min(least, outside).max(most, outside).nullable())
}

export const latitude = degrees(around.south, around.north)
export const longitude = degrees(around.west, around.east)

const most = 2000

export const Told = z
  .object({
    category: z.preprocess(
      (value) => (typeof value === 'string' ? value : ''),
      z.string().refine((code) => categoryCodes.includes(code), 'Choisissez le problème'),
    ),
    description: fields.text({ min: 10, max: most, missing: 'Dites ce que vous avez vu' }),
    arrondissement: fields.optionalText(120),
    quartier: fields.optionalText(120),
    landmark: fields.optionalText(300),
    'position.latitude': latitude,
    'position.longitude': longitude,
    photo: optionalFile([mediaTypes.jpeg, mediaTypes.png, mediaTypes.webp], 8),
    phone: fields.optionalPhone(),
    email: fields.optionalEmail(),
    isOther: fields.checkbox(),
  })
  .superRefine((told, { addIssue }) => {
    const refuse = (field: keyof typeof told, message: string) =>
      addIssue({ code: 'custom', path: [field], message })
    const [north, east] = [told['position.latitude'], told['position.longitude']]
    if ((north === null) !== (east === null))
      refuse(
        north === null ? 'position.latitude' : 'position.longitude',
        'Indiquez la latitude et la longitude, ou aucune des deux',
      )
    if (
      north === null &&
      east === null &&
      told.arrondissement + told.quartier + told.landmark === ''
    )
      refuse('landmark', 'Dites où : l’arrondissement, le quartier, un repère ou votre position')
  })

export type Told = z.infer<typeof Told>

export function positionOf(told: {
  readonly 'position.latitude': number | null
  readonly 'position.longitude': number | null
}): Point | null {
  const { 'position.latitude': north, 'position.longitude': east } = told
  return north === null || east === null ? null : { latitude: north, longitude: east }
}
