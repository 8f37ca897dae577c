/** What is asked of a site, of its links and of its outages. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import connectivity from '#reference/connectivity.json' with { type: 'json' }
import { optionalDecimal, optionalSpeed } from './decimal.fields.ts'
import { powers, siteKinds } from './site.schema.ts'

const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess((value) => value || null, z.enum(values, 'Choisissez une réponse').nullable())

export const SiteEdit = z
  .object({
    name: fields.text({ min: 2, max: 120, missing: 'Donnez un nom à ce lieu' }),
    kind: fields.choice(siteKinds, 'Dites quel est ce lieu'),
    arrondissementCode: z.preprocess((value) => value || null, z.string().max(20).nullable()),
    latitude: optionalDecimal(6, 12.6),
    longitude: optionalDecimal(0.7, 3.9),
    power: optionalChoice(powers),
    powerHours: fields.optionalInteger(0, 24),
    version: fields.version(),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ['longitude'],
    message: 'Indiquez la latitude et la longitude, ou aucune des deux',
  })
  .refine(({ power, powerHours }) => power !== 'none' || !powerHours, {
    path: ['powerHours'],
    message: 'Sans énergie, il n’y a pas d’heures : mettez zéro ou laissez vide',
  })
export type SiteEdit = z.infer<typeof SiteEdit>

const technologies = connectivity.technologies.map(({ code }) => code) as [string, ...string[]]

export const LinkEdit = z
  .object({
    technology: fields.choice(technologies, 'Choisissez la technologie'),
    providerCode: fields.text({ max: 60, missing: 'Choisissez le fournisseur' }),
    down: optionalSpeed(),
    up: optionalSpeed(),
    monthlyCost: fields.optionalMoney(1_000_000_000),
    since: fields.optionalDay(),
    until: fields.optionalDay(),
    hasSharedWifi: fields.checkbox(),
    version: fields.version(),
  })
  .refine(({ since, until }) => !since || !until || since <= until, {
    path: ['until'],
    message: 'La fin vient après le début',
  })
export type LinkEdit = z.infer<typeof LinkEdit>

export const outageCauses = ['power', 'provider', 'equipment', 'unknown'] as const
export type OutageCause = (typeof outageCauses)[number]

export const OutageEdit = z
  .object({
    beganAt: fields
      .optionalMoment()
      .refine((value): value is Date => value !== null, 'Indiquez quand la coupure a commencé'),
    endedAt: fields.optionalMoment(),
    cause: fields.choice(outageCauses, 'Choisissez la cause, même si elle est inconnue'),
    note: fields.optionalText(1000),
    version: fields.version(),
  })
  .refine(({ beganAt, endedAt }) => endedAt === null || beganAt < endedAt, {
    path: ['endedAt'],
    message: 'La fin vient après le début',
  })
export type OutageEdit = z.infer<typeof OutageEdit>
