/**
 * Digital budgets of the demonstration world: Glazoué over four years, and communes of every category. All amounts are fictional.
 * No line is about what an action of a master plan is about: a budget that takes its plan's actions names nothing twice.
 */

export interface DemoLine {
  readonly account: string
  readonly section: 'investment' | 'running'
  readonly source: 'own' | 'fic' | 'fadec' | 'partners'
  readonly department: string
  readonly label: string
  readonly justification: string
  /** Thousandths of the digital budget. */
  readonly part: number
}

export interface DemoBudget {
  readonly commune: string
  readonly year: number
  readonly status: 'draft' | 'submitted' | 'adopted' | 'amending' | 'closed'
  /** Thousandths of the commune's whole budget. */
  readonly share: number
  /** Committed and paid, in percent of the vote, on a day; null before any situation. */
  readonly spent: readonly [committed: number, paid: number, day: string] | null
}

/** Before 17 September 2025 the fund was the FADeC. */
export const fundOf = (year: number) => (year < 2026 ? 'fadec' : 'fic')

export const lines: readonly DemoLine[] = [
  {
    account: 'reseaux',
    section: 'running',
    source: 'own',
    department: 'Secrétariat exécutif',
    label: 'Abonnement à internet de la mairie et des arrondissements',
    justification:
      'Sans connexion, ni l’état civil ni les recettes ne se traitent le jour même. Deux lignes, dont une de secours.',
    part: 170,
  },
  {
    account: 'materiel',
    section: 'investment',
    source: 'fic',
    department: 'Services techniques',
    label: 'Ordinateurs, onduleurs et panneaux solaires des arrondissements',
    justification:
      'Chaque arrondissement reçoit un poste et de quoi tenir une coupure de quatre heures.',
    part: 310,
  },
  {
    account: 'logiciels',
    section: 'investment',
    source: 'fic',
    department: 'Développement local et planification',
    label: 'Logiciel des inscriptions et des cantines scolaires',
    justification:
      'Les repas se comptent au cahier ; les restes et les manques ne se voient qu’en fin de trimestre.',
    part: 190,
  },
  {
    account: 'hebergement',
    section: 'running',
    source: 'own',
    department: 'Secrétariat exécutif',
    label: 'Hébergement des applications en service',
    justification: '',
    part: 70,
  },
  {
    account: 'maintenance',
    section: 'running',
    source: 'own',
    department: 'Services techniques',
    label: 'Entretien du parc informatique',
    justification: '',
    part: 90,
  },
  {
    account: 'formation',
    section: 'running',
    source: 'partners',
    department: 'Affaires administratives et financières',
    label: 'Formation des agents de l’état civil',
    justification: 'Douze agents, deux jours chacun.',
    part: 110,
  },
  {
    account: 'prestations',
    section: 'investment',
    source: 'partners',
    department: 'Secrétariat exécutif',
    label: 'Numérisation des délibérations anciennes',
    justification: 'Les délibérations d’avant 1990 s’effacent.',
    part: 60,
  },
]

const glazoue: readonly DemoBudget[] = [
  { commune: 'glazoue', year: 2024, status: 'closed', share: 9, spent: [88, 81, '2024-12-31'] },
  { commune: 'glazoue', year: 2025, status: 'closed', share: 13, spent: [94, 90, '2025-12-31'] },
  { commune: 'glazoue', year: 2026, status: 'amending', share: 17, spent: [76, 58, '2026-10-31'] },
  { commune: 'glazoue', year: 2027, status: 'draft', share: 21, spent: null },
]

/** Communes that voted, with what they give: no two alike. */
const voted: Readonly<Record<string, readonly [share: number, committed: number, paid: number]>> = {
  cotonou: [34, 81, 66],
  'porto-novo': [27, 74, 60],
  'abomey-calavi': [31, 69, 48],
  djougou: [22, 83, 71],
  abomey: [18, 62, 40],
  lokossa: [24, 90, 77],
  natitingou: [15, 55, 31],
  'seme-kpodji': [29, 88, 73],
  ouidah: [20, 71, 52],
  kandi: [12, 47, 30],
  nikki: [16, 66, 49],
  savalou: [19, 79, 63],
  tchaourou: [11, 58, 42],
  dogbo: [23, 86, 74],
  save: [14, 64, 51],
  bante: [9, 41, 22],
  cove: [17, 72, 58],
  'grand-popo': [21, 93, 80],
  come: [13, 60, 37],
  allada: [18, 68, 47],
  dangbo: [8, 39, 20],
  cobly: [6, 28, 14],
  materi: [7, 35, 19],
  'za-kpota': [12, 57, 44],
  sakete: [16, 77, 61],
  copargo: [10, 50, 33],
}

const drafts: readonly DemoBudget[] = [
  { commune: 'djougou', year: 2027, status: 'submitted', share: 25, spent: null },
  { commune: 'abomey-calavi', year: 2027, status: 'draft', share: 32, spent: null },
  { commune: 'dogbo', year: 2027, status: 'submitted', share: 24, spent: null },
]

export const budgets: readonly DemoBudget[] = [
  ...glazoue,
  ...Object.entries(voted).flatMap(([commune, [share, committed, paid]], index): DemoBudget[] => [
    {
      commune,
      year: 2025,
      status: index % 3 === 0 ? 'adopted' : 'closed',
      share: Math.max(4, share - 4),
      spent: [Math.min(99, committed + 9), Math.min(95, paid + 12), '2025-12-31'],
    },
    {
      commune,
      year: 2026,
      status: 'adopted',
      share,
      // Some have voted and recorded nothing yet.
      spent: index % 7 === 6 ? null : [committed, paid, '2026-09-30'],
    },
  ]),
  ...drafts,
]

/** What a commune of so many inhabitants votes in a year, about 5,000 FCFA for each: the order of what communes vote. */
export function voteOf(population: number, year: number): number {
  return Math.round((population * (4_400 + (year - 2023) * 150)) / 100_000) * 100_000
}
