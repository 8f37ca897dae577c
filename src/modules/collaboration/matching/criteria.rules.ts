/**
 * The criteria of the matching, as a table: each gives a share between 0 and 1 of its weight, and says why in French.
 * An unknown fact gives half, and is said to be unknown: it neither helps nor harms.
 */
import {
  computeCost,
  domainLabels,
  languageLabels,
  serviceLabels,
} from '#modules/directory/index.ts'
import type { Values } from '#platform/i18n.ts'
import type { NeedFacts, ReasonKind, SolutionFacts } from './matching.types.ts'

export interface Finding {
  /** Between 0 and 1. */
  readonly share: number
  readonly kind: ReasonKind
  readonly text: string
  readonly values?: Values
}

export interface Criterion {
  readonly code: string
  readonly label: string
  readonly explanation: string
  /** Today as YYYY-MM-DD, for what expires. */
  readonly find: (need: NeedFacts, solution: SolutionFacts, today: string) => Finding
}

const good = (share: number, text: string, values?: Values): Finding => ({
  share,
  kind: 'positive',
  text,
  values,
})
const bad = (share: number, text: string, values?: Values): Finding => ({
  share,
  kind: 'negative',
  text,
  values,
})
const unknown = (text: string, values?: Values): Finding => ({
  share: 0.5,
  kind: 'neutral',
  text,
  values,
})

export const criteria = [
  {
    code: 'domains',
    label: 'Domaines',
    explanation: 'La part des domaines du besoin que la solution couvre.',
    find: (need, solution) => {
      const shared = need.domains.filter((code) => solution.domains.includes(code))
      if (shared.length === 0) return bad(0, 'Aucun domaine en commun')
      return good(shared.length / need.domains.length, 'Domaine en commun : {names}', {
        names: nameAll(shared, domainLabels),
      })
    },
  },
  {
    code: 'services',
    label: 'Services municipaux',
    explanation: 'La part des services nommés par le besoin que la solution couvre.',
    find: (need, solution) => {
      if (need.services.length === 0) return unknown('Le besoin ne nomme pas de service précis')
      const shared = need.services.filter((code) => solution.services.includes(code))
      if (shared.length === 0) return bad(0, 'Ne couvre aucun des services nommés')
      return good(
        shared.length / need.services.length,
        'Couvre {shared} des {all} services nommés : {names}',
        {
          shared: shared.length,
          all: need.services.length,
          names: nameAll(shared, serviceLabels),
        },
      )
    },
  },
  {
    code: 'budget',
    label: 'Budget',
    explanation: 'Le coût de la première année, comparé au budget annoncé.',
    find: (need, solution) => {
      const price = {
        setup: solution.priceSetup,
        yearly: solution.priceYearly,
        perInhabitant: solution.pricePerInhabitant,
        perUser: solution.pricePerUser,
      }
      const { isOnQuote, isFree, firstYear } = computeCost(price, need)
      if (isOnQuote) return unknown('Prix sur devis : à demander')
      if (isFree) return good(1, 'Gratuite')
      if (need.budgetMax === null)
        return unknown('Budget inconnu ; la première année coûterait {cost, number} FCFA', {
          cost: firstYear,
        })
      const values = { cost: firstYear, budget: need.budgetMax }
      if (firstYear <= need.budgetMax)
        return good(
          1,
          'Première année : {cost, number} FCFA, dans le budget de {budget, number} FCFA',
          values,
        )
      const share = Math.max(0, 1 - (firstYear - need.budgetMax) / Math.max(need.budgetMax, 1))
      return bad(
        share * 0.5,
        'Première année : {cost, number} FCFA, au-dessus du budget de {budget, number} FCFA',
        values,
      )
    },
  },
  {
    code: 'category',
    label: 'Type de commune',
    explanation: 'La solution vise-t-elle ce type de commune ?',
    find: (need, solution) => {
      if (solution.categories.length === 0) return good(1, 'Vise toutes les communes')
      return solution.categories.includes(need.category)
        ? good(1, 'Vise ce type de commune')
        : bad(0, 'Vise d’autres types de communes')
    },
  },
  {
    code: 'languages',
    label: 'Langues',
    explanation: 'La part des langues nécessaires que la solution parle.',
    find: (need, solution) => {
      if (need.languages.length === 0) return unknown('Le besoin ne nomme pas de langue')
      const spoken = need.languages.filter((code) => solution.languages.includes(code))
      const values = {
        names: nameAll(spoken, languageLabels),
        spoken: spoken.length,
        all: need.languages.length,
      }
      if (spoken.length === 0) return bad(0, 'Ne parle aucune des langues nécessaires')
      return spoken.length === need.languages.length
        ? good(1, 'Parle les langues nécessaires : {names}', values)
        : bad(
            spoken.length / need.languages.length,
            'Parle {spoken} des {all} langues nécessaires : {names}',
            values,
          )
    },
  },
  {
    code: 'nearby',
    label: 'Usage confirmé à proximité',
    explanation:
      'Des communes voisines (même département, ou moins de 60 km) confirment l’utiliser. Trois suffisent pour tous les points.',
    find: (need, solution) => {
      const count = solution.confirmedCommunes.filter((id) => need.nearbyCommunes.has(id)).length
      if (count === 0) return bad(0, 'Aucun usage confirmé à proximité')
      return good(
        Math.min(1, count / 3),
        '{count, plural, one {Une commune voisine confirme} other {# communes voisines confirment}} l’utiliser',
        { count },
      )
    },
  },
  {
    code: 'similar',
    label: 'Usage confirmé dans des communes semblables',
    explanation:
      'Des communes du même type confirment l’utiliser. Trois suffisent pour tous les points.',
    find: (need, solution) => {
      const count = solution.confirmedCommunes.filter((id) => need.similarCommunes.has(id)).length
      if (count === 0) return bad(0, 'Aucun usage confirmé dans une commune du même type')
      return good(
        Math.min(1, count / 3),
        '{count, plural, one {Une commune du même type confirme} other {# communes du même type confirment}} l’utiliser',
        { count },
      )
    },
  },
  {
    code: 'rating',
    label: 'Avis des communes',
    explanation: 'La note moyenne donnée par les communes qui l’utilisent.',
    find: (_, { ratingAverage, ratingCount }) => {
      if (ratingAverage === null) return unknown('Pas encore d’avis')
      const values = { average: ratingAverage, count: ratingCount }
      const text =
        'Notée {average, number} sur 5 par {count, plural, one {une commune} other {# communes}}'
      return ratingAverage >= 3
        ? good((ratingAverage - 1) / 4, text, values)
        : bad((ratingAverage - 1) / 4, text, values)
    },
  },
  {
    code: 'maturity',
    label: 'Maturité',
    explanation: 'En service vaut plus qu’en expérimentation, qui vaut plus qu’un prototype.',
    find: (_, { maturity }) => {
      if (maturity === 'production') return good(1, 'Solution en service')
      return maturity === 'pilot'
        ? good(0.5, 'Solution en expérimentation')
        : bad(0.2, 'Solution à l’état de prototype')
    },
  },
  {
    code: 'personalData',
    label: 'Données personnelles',
    explanation:
      'Quand des données personnelles sont en jeu, la déclaration à l’APDP est-elle faite ?',
    find: (need, { handlesPersonalData, apdpStatus }) => {
      if (!need.handlesPersonalData && !handlesPersonalData)
        return good(1, 'Pas de données personnelles en jeu')
      if (apdpStatus === 'declared' || apdpStatus === 'authorised')
        return good(1, 'Traitement déclaré ou autorisé par l’APDP')
      return handlesPersonalData
        ? bad(0, 'Traite des données personnelles, déclaration à l’APDP à faire')
        : unknown('Le besoin touche à des données personnelles, la solution ne dit pas en traiter')
    },
  },
  {
    code: 'label',
    label: 'Label startup',
    explanation: 'La startup porte-t-elle un label en cours de validité ?',
    find: (_, { hasLabel, labelExpiresOn }, today) =>
      hasLabel && labelExpiresOn !== null && labelExpiresOn >= today
        ? good(1, 'Startup labellisée')
        : bad(0, 'Startup sans label en cours'),
  },
] as const satisfies readonly Criterion[]

export type CriterionCode = (typeof criteria)[number]['code']

function nameAll(codes: readonly string[], labels: Readonly<Record<string, string>>): string {
  return codes.map((code) => labels[code] ?? code).join(', ')
}
