/** What a startup's file must say before the association is asked to verify it. */
import type { Startup } from './startup.schema.ts'

export interface MissingAnswer {
  readonly field: keyof Startup & string
  readonly message: string
}

interface Requirement extends MissingAnswer {
  readonly isMet: (startup: Startup) => boolean
}

const requirements: readonly Requirement[] = [
  {
    field: 'presentation',
    message: 'Présentez la startup en 80 caractères au moins.',
    isMet: ({ presentation }) => presentation.length >= 80,
  },
  { field: 'rccm', message: 'Indiquez le numéro RCCM.', isMet: ({ rccm }) => rccm.length > 0 },
  {
    field: 'communeId',
    message: 'Indiquez la commune du siège.',
    isMet: ({ communeId }) => communeId !== null,
  },
  {
    field: 'address',
    message: 'Indiquez l’adresse du siège.',
    isMet: ({ address }) => address.length > 0,
  },
  {
    field: 'email',
    message: 'Indiquez une adresse électronique ou un téléphone.',
    isMet: ({ email, phone }) => email !== null || phone !== null,
  },
  {
    field: 'domains',
    message: 'Choisissez au moins un domaine.',
    isMet: ({ domains }) => domains.length > 0,
  },
  {
    field: 'labelFileId',
    message: 'Joignez le document du label.',
    isMet: ({ labelNumber, labelFileId }) => labelNumber === null || labelFileId !== null,
  },
]

export function listMissingAnswers(startup: Startup): MissingAnswer[] {
  return requirements
    .filter(({ isMet }) => !isMet(startup))
    .map(({ field, message }) => ({ field, message }))
}

export function isStartupComplete(startup: Startup): boolean {
  return listMissingAnswers(startup).length === 0
}
