/** The columns of a file of communes: those of the export, and what each may hold. */
import type { z } from 'zod'
import { fields } from '#platform/web.ts'
import { connectivityLabels } from '../../labels.ts'
import { ProfileEdit } from '../commune-profile.schema.ts'

interface Column {
  readonly field: string
  readonly schema: z.ZodType
  readonly read?: (cell: string) => unknown
}

const answers = ProfileEdit.shape

export const populationColumns: Readonly<Record<string, Column>> = {
  population: { field: 'population', schema: fields.integer(1, 20_000_000) },
  menages: { field: 'households', schema: fields.integer(1, 20_000_000) },
  annee_population: { field: 'populationYear', schema: fields.integer(1979, 2100) },
}

export const profileColumns: Readonly<Record<string, Column>> = {
  connexion: { field: 'connectivity', schema: answers.connectivity, read: readConnectivity },
  postes: { field: 'workstations', schema: answers.workstations },
  informaticiens: { field: 'itStaff', schema: answers.itStaff },
  secours_electrique: {
    field: 'hasBackupPower',
    schema: answers.hasBackupPower.refine((value) => value !== null, 'Écrivez oui ou non'),
    read: (cell) => cell.toLowerCase(),
  },
  langues: { field: 'languages', schema: answers.languages, read: readList },
  site: { field: 'website', schema: answers.website },
  courriel: { field: 'contactEmail', schema: answers.contactEmail },
  telephone: { field: 'contactPhone', schema: answers.contactPhone },
}

/** They name the commune, or come with the export and are not Cauri's to change. */
export const otherColumns = [
  'code',
  'nom',
  'id',
  'departement',
  'categorie',
  'latitude',
  'longitude',
]

/** By the code of the export, or as people read it: « 4g », « Fibre optique ». */
function readConnectivity(cell: string): string {
  const known = Object.entries(connectivityLabels).find(
    ([, label]) => label.toLowerCase() === cell.toLowerCase(),
  )
  return known?.[0] ?? cell.toLowerCase()
}

function readList(cell: string): string[] {
  return cell
    .split(/[|,]/)
    .map((item) => item.trim())
    .filter(Boolean)
}
