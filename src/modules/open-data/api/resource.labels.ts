/** The chapters of the guide. */
import type { ResourceName } from './operation.types.ts'

export const resourceLabels: Readonly<Record<ResourceName, string>> = {
  communes: 'Communes',
  startups: 'Startups',
  solutions: 'Solutions',
  besoins: 'Besoins',
  appels: 'Appels',
  projets: 'Projets',
  registre: 'Registre public',
  services: 'Services municipaux',
  sessions: 'Sessions des commissions',
  recommandations: 'Recommandations',
  listes: 'Domaines, catégories, départements',
  organisation: 'Votre organisation, par clé',
}

export const resourceNames = Object.keys(resourceLabels) as ResourceName[]
