/** What others confirm of the solution, and what its file proves. */
import { type Criterion, disfavour, favour, leaveOpen } from './finding.rules.ts'

/** So many confirmed uses give all the points: beyond, more communes prove little more. */
const enoughNeighbours = 3
const enoughInAll = 5

/** An opinion weighs against this many that nobody has given yet, each worth the middle of the scale. */
const unspokenOpinions = 2

export const proofCriteria = [
  {
    code: 'nearby',
    label: 'Usage confirmé à proximité',
    explanation:
      'Des communes voisines (même département, ou moins de 60 km) confirment l’utiliser. Trois suffisent pour tous les points.',
    find: (need, { confirmedCommunes }) => {
      const count = countIn(confirmedCommunes, need.nearbyCommunes)
      if (count === 0) return disfavour(0, 'Aucun usage confirmé à proximité')
      return favour(
        Math.min(1, count / enoughNeighbours),
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
    find: (need, { confirmedCommunes }) => {
      const count = countIn(confirmedCommunes, need.similarCommunes)
      if (count === 0) return disfavour(0, 'Aucun usage confirmé dans une commune du même type')
      return favour(
        Math.min(1, count / enoughNeighbours),
        '{count, plural, one {Une commune du même type confirme} other {# communes du même type confirment}} l’utiliser',
        { count },
      )
    },
  },
  {
    code: 'references',
    label: 'Usages confirmés en tout',
    explanation: 'Des communes, où qu’elles soient, confirment l’utiliser. Cinq suffisent.',
    find: (_, { confirmedUses: count }) => {
      if (count === 0) return disfavour(0, 'Aucune commune ne confirme encore l’utiliser')
      return favour(
        Math.min(1, count / enoughInAll),
        'Utilisée, en tout, par {count, plural, one {une commune qui le confirme} other {# communes qui le confirment}}',
        { count },
      )
    },
  },
  {
    code: 'rating',
    label: 'Avis des communes',
    explanation:
      'La note moyenne des communes qui l’utilisent. Un ou deux avis pèsent peu : la note s’affirme à mesure qu’ils s’ajoutent.',
    find: (_, { ratingAverage: average, ratingCount: count }) => {
      if (average === null || count === 0) return leaveOpen('Note inconnue : pas encore d’avis')
      const share =
        (((average - 1) / 4) * count + unspokenOpinions / 2) / (count + unspokenOpinions)
      const weigh = average >= 3 ? favour : disfavour
      return weigh(
        share,
        'Notée {average, number} sur 5 par {count, plural, one {une commune} other {# communes}}',
        { average, count },
      )
    },
  },
  {
    code: 'maturity',
    label: 'Maturité',
    explanation: 'En service vaut plus qu’en expérimentation, qui vaut plus qu’un prototype.',
    find: (_, { maturity }) => {
      if (maturity === 'production') return favour(1, 'Solution en service')
      return maturity === 'pilot'
        ? favour(0.5, 'Solution en expérimentation')
        : disfavour(0.2, 'Solution à l’état de prototype')
    },
  },
  {
    code: 'personalData',
    label: 'Données personnelles',
    explanation:
      'Quand des données personnelles sont en jeu, la déclaration à l’APDP est-elle faite ?',
    find: (need, { handlesPersonalData, apdpStatus }) => {
      if (!need.handlesPersonalData && !handlesPersonalData)
        return favour(1, 'Pas de données personnelles en jeu')
      if (apdpStatus === 'declared') return favour(1, 'Traitement déclaré à l’APDP')
      if (apdpStatus === 'authorised') return favour(1, 'Traitement autorisé par l’APDP')
      return handlesPersonalData
        ? disfavour(0, 'Traite des données personnelles, déclaration à l’APDP à faire')
        : leaveOpen(
            'Le besoin touche à des données personnelles ; ce que la solution en fait est inconnu',
          )
    },
  },
  {
    code: 'label',
    label: 'Label startup',
    explanation: 'La startup porte-t-elle un label en cours de validité ?',
    find: (_, { hasLabel, labelExpiresOn }, today) =>
      hasLabel && labelExpiresOn !== null && labelExpiresOn >= today
        ? favour(1, 'Startup labellisée')
        : disfavour(0, 'Startup sans label en cours'),
  },
] as const satisfies readonly Criterion[]

function countIn(communes: readonly string[], known: ReadonlySet<string>): number {
  return communes.filter((id) => known.has(id)).length
}
