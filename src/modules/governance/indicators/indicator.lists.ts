/** The indicators, as data: what each counts, how, from what, and how communes make a country. */
import type { Definition, Theme } from './indicator.types.ts'

export const themeLabels: Readonly<Record<Theme, string>> = {
  services: 'Services',
  maturity: 'Maturité, schémas directeurs, connexion',
  budget: 'Budget',
  matching: 'Du besoin au service',
  startups: 'Startups',
  governance: 'Recommandations',
}

const communesCounted = '{whole, plural, one {# commune} other {# communes}}'
const needsCounted = '{whole, plural, one {# besoin} other {# besoins}}'

export const indicators = {
  'services-en-ligne': {
    label: 'Services en ligne',
    theme: 'services',
    explanation:
      'Part des services municipaux proposés qui se demandent sans venir à la mairie : formulaire en ligne, ou entièrement en ligne.',
    formula: 'Services demandés en ligne ÷ services proposés × 100',
    basis: '{part, plural, one {# service} other {# services}} en ligne sur {whole}',
    origin:
      'Inventaire des services, déclaré par chaque commune ou relevé à la clôture d’un projet',
    href: '/services/matrice',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: true },
  },
  maturite: {
    label: 'Maturité numérique',
    theme: 'maturity',
    explanation:
      'Niveau d’ensemble du dernier diagnostic confirmé de la commune, de 0 à 5, sur les huit axes du questionnaire.',
    formula: 'Médiane des niveaux des communes qui ont un diagnostic confirmé',
    basis: communesCounted,
    origin: 'Diagnostics confirmés par les communes',
    href: '/planification#maturite',
    ...{ unit: 'level', method: 'median', better: 'more', isDated: true },
  },
  'schemas-directeurs': {
    label: 'Schémas directeurs en vigueur',
    theme: 'maturity',
    explanation:
      'Part des communes couvertes par un schéma directeur en vigueur, le leur ou un schéma partagé.',
    formula: 'Communes couvertes ÷ communes × 100',
    basis: '{part, plural, one {# commune} other {# communes}} sur {whole}',
    origin: 'Schémas directeurs délibérés par les conseils communaux',
    href: '/schemas-directeurs',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: true, isYesNo: true },
  },
  connexion: {
    label: 'Connexion suffisante',
    theme: 'maturity',
    explanation:
      'Part des lieux communaux dont la connexion mesurée suffit à leurs usages, parmi ceux dont la connexion est connue.',
    formula: 'Lieux à la connexion suffisante ÷ lieux à la connexion connue × 100',
    basis: '{part, plural, one {# lieu} other {# lieux}} sur {whole}',
    origin: 'Mesures faites par les communes dans leurs lieux',
    href: '/connectivite',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: false },
  },
  'budget-vote': {
    label: 'Part du numérique dans le budget voté',
    theme: 'budget',
    explanation:
      'Part des lignes numériques dans le budget entier de l’année en cours, tel que le conseil l’a voté, décisions modificatives comprises, là où le budget entier est connu.',
    formula: 'Lignes numériques votées ÷ budget entier × 100',
    basis: '{part} sur {whole}',
    origin: 'Budgets votés, enregistrés par les communes',
    href: '/budgets-numeriques',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: true, isMoney: true },
  },
  'budget-execute': {
    label: 'Exécution du budget numérique',
    theme: 'budget',
    explanation:
      'Part payée des lignes numériques votées pour l’année en cours, d’après la dernière situation enregistrée.',
    formula: 'Payé sur les lignes numériques ÷ lignes numériques votées × 100',
    basis: '{part} sur {whole}',
    origin: 'Situations d’exécution enregistrées par les communes',
    href: '/budgets-numeriques',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: true, isMoney: true },
  },
  'besoins-publies': {
    label: 'Besoins publiés',
    theme: 'matching',
    explanation: 'Besoins publiés par les communes pendant les douze derniers mois.',
    formula: 'Nombre de besoins publiés en douze mois',
    basis: null,
    origin: 'Expressions de besoin publiées',
    href: '/besoins',
    ...{ unit: 'count', method: 'sum', better: null, isDated: true },
  },
  'besoins-satisfaits': {
    label: 'Besoins satisfaits',
    theme: 'matching',
    explanation:
      'Part des besoins publiés depuis l’ouverture de la plateforme que leur commune a déclarés satisfaits.',
    formula: 'Besoins satisfaits ÷ besoins publiés × 100',
    basis: '{part, plural, one {# besoin} other {# besoins}} sur {whole}',
    origin: 'Expressions de besoin publiées',
    href: '/besoins',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: true },
  },
  'delai-contact': {
    label: 'Du besoin au premier contact',
    theme: 'matching',
    explanation:
      'Nombre de jours entre la publication d’un besoin et le premier contact pris avec une startup, pour les contacts des douze derniers mois.',
    formula: 'Médiane, besoin par besoin, des jours de la publication au premier contact',
    basis: needsCounted,
    origin: 'Besoins publiés et mises en relation',
    href: '/besoins',
    ...{ unit: 'days', method: 'median', better: 'less', isDated: true },
  },
  'delai-convention': {
    label: 'Du besoin à la convention',
    theme: 'matching',
    explanation:
      'Nombre de jours entre la publication d’un besoin et la première convention signée pour lui, pour les conventions des douze derniers mois.',
    formula: 'Médiane, besoin par besoin, des jours de la publication à la signature',
    basis: needsCounted,
    origin: 'Registre public',
    href: '/registre',
    ...{ unit: 'days', method: 'median', better: 'less', isDated: true },
  },
  'delai-service': {
    label: 'Du besoin au service',
    theme: 'matching',
    explanation:
      'Nombre de jours entre la publication d’un besoin et la clôture du premier projet qui y répond, pour les clôtures des douze derniers mois.',
    formula: 'Médiane, besoin par besoin, des jours de la publication à la clôture du projet',
    basis: needsCounted,
    origin: 'Registre public',
    href: '/registre',
    ...{ unit: 'days', method: 'median', better: 'less', isDated: true },
  },
  'offres-par-appel': {
    label: 'Offres par appel',
    theme: 'matching',
    explanation:
      'Nombre moyen de propositions reçues par appel clos pendant les douze derniers mois, appels sans réponse compris. Un appel groupé compte pour la commune qui le mène.',
    formula: 'Propositions ouvertes ÷ appels clos',
    basis:
      '{part, plural, one {# proposition} other {# propositions}} pour {whole, plural, one {# appel} other {# appels}}',
    origin: 'Appels clos et propositions ouvertes',
    href: '/appels',
    ...{ unit: 'ratio', method: 'ratio', better: 'more', isDated: true },
  },
  'startups-labellisees': {
    label: 'Montants aux startups labellisées',
    theme: 'startups',
    explanation:
      'Part des montants signés pendant les douze derniers mois, avenants compris, avec des startups qui avaient leur label le jour de la signature.',
    formula: 'Montants signés avec des startups labellisées ÷ montants signés × 100',
    basis: '{part} sur {whole}',
    origin: 'Conventions du registre public, labels déclarés par les startups',
    href: '/registre/totaux',
    ...{ unit: 'percent', method: 'share', better: null, isDated: true, isMoney: true },
  },
  'startups-locales': {
    label: 'Montants aux startups locales',
    theme: 'startups',
    explanation:
      'Part des montants signés pendant les douze derniers mois, avenants compris, avec des startups dont le siège est dans le département de la commune.',
    formula: 'Montants signés avec des startups du même département ÷ montants signés × 100',
    basis: '{part} sur {whole}',
    origin: 'Conventions du registre public, sièges déclarés par les startups',
    href: '/registre/totaux',
    ...{ unit: 'percent', method: 'share', better: null, isDated: true, isMoney: true },
  },
  recommandations: {
    label: 'Recommandations réalisées',
    theme: 'governance',
    explanation:
      'Part des recommandations adoptées par les commissions que l’association a déclarées faites, preuves à l’appui. Celles qui sont abandonnées comptent parmi les adoptées.',
    formula: 'Recommandations faites ÷ recommandations adoptées × 100',
    basis: '{part, plural, one {# recommandation} other {# recommandations}} sur {whole}',
    origin: 'Recommandations des commissions et leur suivi',
    href: '/recommandations',
    ...{ unit: 'percent', method: 'share', better: 'more', isDated: true, isNational: true },
  },
} as const satisfies Readonly<Record<string, Definition>>

export type IndicatorCode = keyof typeof indicators
export const indicatorCodes = Object.keys(indicators) as IndicatorCode[]

export const getDefinition = (code: IndicatorCode): Definition => indicators[code]

export function isIndicator(code: string): code is IndicatorCode {
  return Object.hasOwn(indicators, code)
}
