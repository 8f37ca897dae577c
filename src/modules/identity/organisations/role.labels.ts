/** How roles and kinds of organisation read in French, and which roles each kind has. */
import type { OrganisationKind, Role } from '#platform/actor.ts'

export const roleLabels: Record<Role, string> = {
  mayor: 'Maire',
  secretary: 'Secrétaire exécutif',
  itOfficer: 'Responsable du système d’information',
  agent: 'Agent',
  drafter: 'Secrétariat de l’ANCB, pour le compte de la commune',
  key: 'Système de l’organisation',
  manager: 'Responsable',
  member: 'Membre',
  staff: 'Secrétariat de l’ANCB',
  commissioner: 'Membre de commission',
  resourcePerson: 'Personne ressource',
  reader: 'Lecteur',
}

export const kindLabels: Record<OrganisationKind, string> = {
  commune: 'Commune',
  startup: 'Startup',
  association: 'Association',
  administration: 'Administration centrale',
  partner: 'Partenaire',
}

export const rolesOf: Record<OrganisationKind, readonly [Role, ...Role[]]> = {
  commune: ['secretary', 'mayor', 'itOfficer', 'agent'],
  startup: ['manager', 'member'],
  association: ['staff', 'commissioner', 'resourcePerson'],
  administration: ['reader'],
  partner: ['reader'],
}
