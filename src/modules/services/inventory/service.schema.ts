/** A municipal service as everybody knows it, and as one commune offers it. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import { type Level, levels } from './level.rules.ts'

/** What was read somewhere; to be confirmed by each commune when nobody published it. */
export interface Fact {
  readonly text: string
  readonly source: string | null
}

export type Sheet = Omit<
  Selectable<Tables['services.sheet']>,
  'documents' | 'regulations' | 'delay' | 'suspension'
> & {
  readonly documents: readonly Fact[]
  readonly regulations: readonly Fact[]
  readonly delay: Fact | null
  readonly suspension: Fact | null
}

export const places = ['own', 'eCommune', 'servicePublic', 'solution'] as const
export type Place = (typeof places)[number]

export type Offer = Omit<Selectable<Tables['services.offer']>, 'level' | 'place'> & {
  readonly level: Level
  readonly place: Place | null
}

export type StatePlatform = 'eCommune' | 'servicePublic' | 'permisDeConstruire'

export type PlatformLine = Omit<Selectable<Tables['services.statePlatform']>, 'platform'> & {
  readonly platform: StatePlatform
}

export type Fee = Selectable<Tables['services.fee']>

const blankIsNull = (value: unknown) => value || null

export const OfferInput = z.object({
  level: fields.choice(levels, 'Choisissez un niveau'),
  since: fields.optionalDay(),
  place: z.preprocess(blankIsNull, z.enum(places, 'Choisissez un lieu').nullable()),
  url: fields.optionalUrl(),
  solutionId: z.preprocess(blankIsNull, z.uuid('Choisissez une solution').nullable()),
  delayDays: fields.optionalInteger(0, 3650),
  note: fields.optionalText(1000),
  version: fields.version(),
})
export type OfferInput = z.infer<typeof OfferInput>

export const FeeInput = z.object({
  label: fields.text({ max: 200, missing: 'Dites ce que ce tarif paie' }),
  amount: fields
    .optionalMoney(1_000_000_000)
    .refine((value): value is number => value !== null, 'Indiquez le montant, 0 si c’est gratuit'),
  deliberationNumber: fields.text({ max: 60, missing: 'Indiquez le numéro de la délibération' }),
  deliberationDate: fields.day(),
  validFrom: fields.day(),
  validUntil: fields.optionalDay(),
})
export type FeeInput = z.infer<typeof FeeInput>

export const AnnulFee = z.object({
  reason: fields.text({ min: 10, max: 500, missing: 'Dites qui a annulé ce tarif et pourquoi' }),
})
