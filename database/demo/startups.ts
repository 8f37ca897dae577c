/** The companies of the demonstration world: plainly fictional, in every status. */

export interface DemoStartup {
  readonly slug: string
  readonly name: string
  readonly commune: string
  readonly presentation: string
  readonly domains: readonly string[]
  readonly team: number
  readonly founded: string
  readonly status: 'draft' | 'submitted' | 'editsRequested' | 'verified' | 'suspended' | 'rejected'
  readonly reason?: string
  /** Days until the label expires; negative when it has. */
  readonly labelDays?: number
}

export const startups: readonly DemoStartup[] = [
  {
    slug: 'akwaba-numerique',
    name: 'Akwaba Numérique (démo)',
    commune: 'bohicon',
    team: 9,
    founded: '2022-04-11',
    status: 'verified',
    labelDays: 540,
    domains: ['markets', 'local-revenue', 'finance'],
    presentation:
      'Akwaba Numérique (entreprise fictive) conçoit des outils d’encaissement et de suivi des recettes pour les communes : tickets, abonnements, taxes. L’équipe accompagne les collecteurs sur le terrain, en français et en fon.',
  },
  {
    slug: 'zem-data',
    name: 'Zem Data (démo)',
    commune: 'parakou',
    team: 6,
    founded: '2021-09-02',
    status: 'verified',
    labelDays: 45,
    domains: ['geographic-information', 'urban-planning', 'city-management'],
    presentation:
      'Zem Data (entreprise fictive) relève, cartographie et tient à jour l’adressage, la voirie et les équipements des communes, avec des agents formés sur place et des téléphones ordinaires.',
  },
  {
    slug: 'lagune-code',
    name: 'Lagune Code (démo)',
    commune: 'cotonou',
    team: 3,
    founded: '2025-02-17',
    status: 'submitted',
    domains: ['participation', 'communication'],
    presentation:
      'Lagune Code (entreprise fictive) est une jeune équipe de Cotonou qui crée des outils de dialogue entre les mairies et les habitants, par SMS et messages vocaux.',
  },
  {
    slug: 'sika-logiciels',
    name: 'Sika Logiciels (démo)',
    commune: 'cotonou',
    team: 14,
    founded: '2020-11-23',
    status: 'verified',
    domains: ['civil-status', 'documents', 'human-resources'],
    presentation:
      'Sika Logiciels (entreprise fictive) équipe les services d’état civil et les secrétariats : saisie, recherche, archivage, courrier. Ses outils fonctionnent pendant les coupures.',
  },
  {
    slug: 'tofa-systemes',
    name: 'Tofa Systèmes (démo)',
    commune: 'abomey-calavi',
    team: 11,
    founded: '2021-05-30',
    status: 'verified',
    labelDays: -60,
    domains: ['waste', 'water', 'environment'],
    presentation:
      'Tofa Systèmes (entreprise fictive) aide les communes à suivre la pré-collecte des déchets, les points d’eau et les alertes de crue, avec des capteurs simples et des relevés par téléphone.',
  },
  {
    slug: 'gbeto-tech',
    name: 'Gbèto Tech (démo)',
    commune: 'porto-novo',
    team: 5,
    founded: '2023-01-16',
    status: 'verified',
    labelDays: 800,
    domains: ['participation', 'communication', 'education'],
    presentation:
      'Gbèto Tech (entreprise fictive) fait parler les services publics dans les langues du pays : messages vocaux, menus simples, consultations publiques, suivi des doléances.',
  },
  {
    slug: 'alafia-services',
    name: 'Alafia Services (démo)',
    commune: 'natitingou',
    team: 4,
    founded: '2022-08-08',
    status: 'verified',
    domains: ['health', 'education', 'agriculture'],
    presentation:
      'Alafia Services (entreprise fictive) travaille dans l’Atacora sur le suivi des écoles, des centres de santé et de la transhumance, en lien avec les services déconcentrés.',
  },
  {
    slug: 'nokoue-energie',
    name: 'Nokoué Énergie (démo)',
    commune: 'so-ava',
    team: 7,
    founded: '2021-03-12',
    status: 'verified',
    domains: ['connectivity', 'resource-management'],
    presentation:
      'Nokoué Énergie (entreprise fictive) installe et entretient des réseaux locaux, des liaisons et de l’énergie solaire pour les mairies éloignées, avec un contrat de maintenance simple.',
  },
  {
    slug: 'djidjo-finance',
    name: 'Djidjo Finance (démo)',
    commune: 'lokossa',
    team: 8,
    founded: '2020-12-01',
    status: 'verified',
    labelDays: 210,
    domains: ['finance', 'procurement', 'local-revenue'],
    presentation:
      'Djidjo Finance (entreprise fictive) outille la préparation du budget, le suivi des dépenses et la commande publique des communes, avec des tableaux lisibles par les élus.',
  },
  {
    slug: 'wemexo',
    name: 'Wémèxo (démo)',
    commune: 'ouidah',
    team: 2,
    founded: '2024-06-24',
    status: 'verified',
    domains: ['documents', 'education'],
    presentation:
      'Wémèxo (entreprise fictive) numérise et classe les archives des communes, forme les archivistes et publie ce qui peut l’être. Deux personnes, et un réseau de bibliothécaires.',
  },
  {
    slug: 'kpevi-mobile',
    name: 'Kpèvi Mobile (démo)',
    commune: 'djougou',
    team: 3,
    founded: '2025-05-05',
    status: 'editsRequested',
    reason: 'Le numéro RCCM ne correspond pas au document joint, et l’adresse du siège manque.',
    domains: ['markets', 'agriculture'],
    presentation:
      'Kpèvi Mobile (entreprise fictive) prépare un suivi des marchés à bétail par téléphone pour le nord du pays.',
  },
  {
    slug: 'vodji-cloud',
    name: 'Vodji Cloud (démo)',
    commune: 'cotonou',
    team: 6,
    founded: '2021-10-10',
    status: 'suspended',
    reason:
      'La déclaration à l’APDP annoncée n’a pas pu être retrouvée ; la suspension dure jusqu’à sa production.',
    domains: ['human-resources'],
    presentation: 'Vodji Cloud (entreprise fictive) propose un suivi des agents et des présences.',
  },
  {
    slug: 'fauxsemblant',
    name: 'Faux-Semblant (démo)',
    commune: 'cotonou',
    team: 1,
    founded: '2026-01-05',
    status: 'rejected',
    reason: 'L’IFU indiqué n’existe pas et aucune pièce ne justifie l’activité décrite.',
    domains: ['communication'],
    presentation: 'Entreprise fictive dont le dossier a été refusé, pour montrer ce cas.',
  },
  {
    slug: 'premiere-pierre',
    name: 'Première Pierre (démo)',
    commune: 'savalou',
    team: 2,
    founded: '2026-08-20',
    status: 'draft',
    domains: [],
    presentation: '',
  },
]
