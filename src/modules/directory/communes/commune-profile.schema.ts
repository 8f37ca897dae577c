/** What a commune says of its own means: the shape of its form. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import type { FieldNames } from '../changes.rules.ts'
import { codesOf, connectivityLabels, languageLabels } from '../labels.ts'

/** Nothing chosen says that nobody knows yet. */
const unknownWhenEmpty = (value: unknown) => value || null
const toAnswer = (value: unknown) => ({ oui: true, non: false })[String(value)] ?? null

export const ProfileEdit = z.object({
  connectivity: z.preprocess(
    unknownWhenEmpty,
    z.enum(codesOf(connectivityLabels), 'Choisissez une réponse').nullable(),
  ),
  workstations: fields.optionalInteger(0, 10_000),
  itStaff: fields.optionalInteger(0, 1000),
  hasBackupPower: z.preprocess(toAnswer, z.boolean().nullable()),
  languages: fields.choices(Object.keys(languageLabels)),
  website: fields.optionalUrl(),
  contactEmail: fields.optionalEmail(),
  contactPhone: fields.optionalPhone(),
  version: fields.version(),
})
export type ProfileEdit = z.infer<typeof ProfileEdit>

export const profileNames = {
  connectivity: { label: 'Connexion de la mairie', choices: connectivityLabels },
  workstations: { label: 'Postes de travail' },
  itStaff: { label: 'Agents informaticiens' },
  hasBackupPower: { label: 'Énergie de secours (solaire, groupe, onduleur)' },
  languages: { label: 'Langues de travail avec les habitants', choices: languageLabels },
  website: { label: 'Site de la commune' },
  contactEmail: { label: 'Adresse électronique publique' },
  contactPhone: { label: 'Téléphone public' },
} as const satisfies FieldNames
