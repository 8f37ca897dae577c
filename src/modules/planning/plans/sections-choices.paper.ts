/** What the commune decides once for all its projects: rules, techniques, people. */
import { inSentence, list, paragraphs, sayList } from './french.rules.ts'
import type { Writer } from './generation.types.ts'

export const writePolicy: Writer = ({ template }, actions) =>
  paragraphs(
    'Ces règles valent pour tout projet numérique de la commune :',
    list([
      'Un besoin est écrit avant toute rencontre avec un fournisseur : le problème d’abord, le produit ensuite.',
      'Tout achat suit le mécanisme qui convient à son montant et au Code des marchés publics.',
      'Tout traitement de données personnelles est déclaré à l’APDP ou inscrit au registre, comme le demande le Code du numérique (loi 2017-20, livre V).',
      'Tout contrat prévoit la remise des données, la documentation, la formation et la sortie.',
      'Chaque agent a un compte à son nom ; les comptes sont fermés le jour d’un départ.',
      'Les sauvegardes sont quotidiennes, et leur restauration est essayée.',
    ]),
    actions.some(({ code, startYear }) => code === 'gov-charte' && startYear !== null) &&
      'La charte des utilisateurs, prévue au plan, les rend opposables à chaque agent.',
    template.code === 'particulier' &&
      'Un responsable de la sécurité rend compte chaque trimestre au comité de pilotage.',
  )

export const writeTechnology: Writer = ({ commune, gap, template }, actions) => {
  const isWeak =
    commune.connectivity === null || ['none', '2g', '3g'].includes(commune.connectivity)
  const pooled = actions.filter(({ isPoolable, startYear }) => isPoolable && startYear !== null)
  return paragraphs(
    list([
      isWeak || gap.unmet > 0
        ? 'Les applications choisies continuent sans réseau et se mettent à jour au retour de la connexion.'
        : 'Les applications choisies sont légères et tiennent sur une liaison ordinaire.',
      'Les données sont hébergées en un lieu connu, au Bénin de préférence, avec une copie hors de la mairie.',
      'Les formats sont ouverts ; les échanges avec l’État passent par ses plateformes, jamais par une double saisie.',
      'Le matériel est choisi pour la poussière, la chaleur et les coupures, avec pièces et réparation sur place.',
      template.code === 'particulier'
        ? 'Les applications s’appuient sur des référentiels partagés : personnes, parcelles, contribuables.'
        : 'Une application s’intègre à celles qui existent, ou elle n’est pas achetée.',
    ]),
    pooled.length > 0 &&
      template.code !== 'particulier' &&
      `À acheter ou à conduire de préférence avec d’autres communes : ${sayList(pooled.slice(0, 6).map(({ title }) => inSentence(title)))}.`,
  )
}

export const writeChange: Writer = () =>
  paragraphs(
    'Une application change le travail avant de changer l’écran. Pour chaque action :',
    list([
      'Les agents concernés participent au choix et à l’essai.',
      'La formation précède la mise en service, puis reprend six mois plus tard.',
      'Un agent relais aide ses collègues dans chaque service.',
      'La date où l’ancien registre ferme est annoncée et tenue.',
      'Les usagers sont informés en français et en langues nationales.',
    ]),
    'Le comité de pilotage entend chaque année les agents et les usagers avant la revue du plan.',
  )
