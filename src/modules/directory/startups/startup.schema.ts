/** What a startup tells of itself: the shapes of its forms, and the row they fill. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields, mediaTypes, optionalFile } from '#platform/web.ts'
import type { FieldNames } from '../changes.rules.ts'
import { codesOf, domainLabels, legalFormLabels, type VerificationStatus } from '../labels.ts'
import { readIfu, readRccm } from './identifiers.rules.ts'

export type Startup = Omit<Selectable<Tables['directory.startup']>, 'status'> & {
  readonly status: VerificationStatus
}

function identifier(read: (typed: string) => string | null, message: string) {
  return fields.text({ max: 60, missing: message }).transform((typed, context) => {
    const number = read(typed)
    if (number !== null) return number
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const profile = {
  name: fields.text({ min: 2, max: 160, missing: 'Indiquez le nom de l’entreprise' }),
  legalForm: fields.choice(codesOf(legalFormLabels), 'Choisissez la forme juridique'),
  ifu: identifier(readIfu, 'Indiquez les 13 chiffres du numéro IFU'),
  rccm: identifier(readRccm, 'Indiquez le numéro RCCM, par exemple RB/COT/24 B 12345'),
  foundedOn: fields.optionalDay(),
  communeId: fields.optionalText(36),
  address: fields.optionalText(300),
  email: fields.optionalEmail(),
  phone: fields.optionalPhone(),
  website: fields.optionalUrl(),
  teamSize: fields.optionalInteger(1, 10_000),
  domains: fields.choices(Object.keys(domainLabels)),
  presentation: fields.optionalText(3000),
  labelNumber: fields.optionalText(60),
  labelIssuedOn: fields.optionalDay(),
  labelExpiresOn: fields.optionalDay(),
  labelFile: optionalFile([mediaTypes.pdf], 5),
}

export const Registration = z.object(profile)
export type Registration = z.infer<typeof Registration>

export const StartupEdit = z.object({ ...profile, version: fields.version() })
export type StartupEdit = z.infer<typeof StartupEdit>

/** The words of each field, for its history and for two people on one form. */
export const profileNames = {
  name: { label: 'Nom' },
  legalForm: { label: 'Forme juridique', choices: legalFormLabels },
  ifu: { label: 'IFU' },
  rccm: { label: 'RCCM' },
  foundedOn: { label: 'Date de création', kind: 'day' },
  communeId: { label: 'Commune' },
  address: { label: 'Adresse' },
  email: { label: 'Adresse électronique' },
  phone: { label: 'Téléphone' },
  website: { label: 'Site web' },
  teamSize: { label: 'Effectif' },
  domains: { label: 'Domaines', choices: domainLabels },
  presentation: { label: 'Présentation', kind: 'longText' },
  labelNumber: { label: 'Numéro du label' },
  labelIssuedOn: { label: 'Label délivré le', kind: 'day' },
  labelExpiresOn: { label: 'Label valable jusqu’au', kind: 'day' },
  labelFileId: { label: 'Décision du label', kind: 'longText' },
} as const satisfies FieldNames
