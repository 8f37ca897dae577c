/** Does the solution do what the need asks, for a commune like this one? */
import {
  categoryLabels,
  domainLabels,
  languageLabels,
  serviceLabels,
} from '#modules/directory/index.ts'
import {
  type Criterion,
  disfavour,
  favour,
  leaveOpen,
  listShared,
  nameAll,
} from './finding.rules.ts'

export const fitCriteria = [
  {
    code: 'domains',
    label: 'Domaines',
    explanation: 'La part des domaines du besoin que la solution couvre.',
    find: (need, solution) => {
      if (need.domains.length === 0) return leaveOpen('Domaine du besoin inconnu')
      const shared = listShared(need.domains, solution.domains)
      if (shared.length === 0) return disfavour(0, 'Aucun domaine en commun')
      return favour(
        shared.length / need.domains.length,
        '{all, plural, =1 {Couvre le domaine du besoin} other {Couvre {shared, number} des # domaines du besoin}} : {names}',
        { shared: shared.length, all: need.domains.length, names: nameAll(shared, domainLabels) },
      )
    },
  },
  {
    code: 'services',
    label: 'Services municipaux',
    explanation: 'La part des services nommés par le besoin que la solution couvre.',
    find: (need, solution) => {
      if (need.services.length === 0)
        return leaveOpen('Services attendus inconnus : le besoin n’en nomme pas')
      const shared = listShared(need.services, solution.services)
      if (shared.length === 0) return disfavour(0, 'Ne couvre aucun des services nommés')
      return favour(
        shared.length / need.services.length,
        '{all, plural, =1 {Couvre le service nommé} other {Couvre {shared, number} des # services nommés}} : {names}',
        { shared: shared.length, all: need.services.length, names: nameAll(shared, serviceLabels) },
      )
    },
  },
  {
    code: 'category',
    label: 'Type de commune',
    explanation: 'La solution vise-t-elle ce type de commune ?',
    find: ({ category }, { categories }) => {
      const values = { name: nameAll([category], categoryLabels).toLowerCase() }
      if (categories.length === 0) return favour(1, 'Vise toutes les communes')
      return categories.includes(category)
        ? favour(1, 'Vise les communes de ce type : {name}', values)
        : disfavour(0, 'Vise d’autres types de communes que celui-ci : {name}', values)
    },
  },
  {
    code: 'population',
    label: 'Taille de population',
    explanation:
      'La population concernée est-elle dans les limites annoncées ? En dehors, plus l’écart est grand, moins il y a de points.',
    find: ({ population }, { populationMin, populationMax }) => {
      if (populationMin === null && populationMax === null)
        return favour(1, 'Prévue pour toute taille de population')
      const closeness = measureCloseness(population, populationMin ?? 0, populationMax)
      const values = {
        population,
        bounds: populationMin === null ? 'upTo' : populationMax === null ? 'from' : 'both',
        min: populationMin ?? 0,
        max: populationMax ?? 0,
      }
      return closeness === 1
        ? favour(1, populationText, values)
        : disfavour(closeness / 2, populationText, values)
    },
  },
  {
    code: 'languages',
    label: 'Langues',
    explanation: 'La part des langues nécessaires que la solution parle.',
    find: (need, solution) => {
      if (need.languages.length === 0)
        return leaveOpen('Langues nécessaires inconnues : le besoin n’en nomme pas')
      const spoken = listShared(need.languages, solution.languages)
      const share = spoken.length / need.languages.length
      if (share === 0) return disfavour(0, 'Ne parle aucune des langues nécessaires')
      const weigh = share === 1 ? favour : disfavour
      return weigh(
        share,
        '{all, plural, =1 {Parle la langue nécessaire} other {Parle {spoken, number} des # langues nécessaires}} : {names}',
        {
          spoken: spoken.length,
          all: need.languages.length,
          names: nameAll(spoken, languageLabels),
        },
      )
    },
  },
] as const satisfies readonly Criterion[]

const populationText =
  'Prévue {bounds, select, both {de {min, number} à {max, number} habitants} from {à partir de {min, number} habitants} other {jusqu’à {max, number} habitants}} ; {population, number} ici'

/** 1 inside the bounds; outside, what part of the nearest bound is reached, or the reverse. */
function measureCloseness(population: number, min: number, max: number | null): number {
  if (population < min) return population / min
  return max !== null && population > max ? max / population : 1
}
