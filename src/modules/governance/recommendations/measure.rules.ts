/** The figures of the platform that tell how far a recommendation is: each with its definition, and where it is shown. */

export const measures = {
  frameworkCommunes: {
    label: 'Communes qui ont signé le cadre de collaboration',
    definition: 'Communes dont une adhésion au cadre est signée, sur toutes les communes.',
    href: '/cadre-de-collaboration/adherents',
  },
  verifiedSolutions: {
    label: 'Solutions vérifiées au catalogue',
    definition:
      'Solutions de startups que l’association a vérifiées et que tout le monde peut lire.',
    href: '/solutions',
  },
  publishedCalls: {
    label: 'Appels publiés',
    definition:
      'Demandes de cotation, appels à solutions, appels groupés et défis publiés par des communes.',
    href: '/appels',
  },
  connectedSites: {
    label: 'Lieux communaux à la connexion suffisante',
    definition:
      'Lieux dont la connexion mesurée suffit à leurs usages, sur ceux dont elle est connue.',
    href: '/connectivite',
  },
  coveringPlans: {
    label: 'Communes couvertes par un schéma directeur en vigueur',
    definition:
      'Communes dont le schéma directeur, le leur ou un schéma partagé, est en vigueur, sur toutes les communes.',
    href: '/schemas-directeurs',
  },
  lettersWithLines: {
    label: 'Communes dont la lettre de cadrage nomme des lignes numériques',
    definition:
      'Communes dont la lettre signée pour le dernier budget connu nomme au moins une ligne numérique, sur toutes les communes.',
    href: '/planification#lettres-de-cadrage',
  },
} as const

export type Measure = keyof typeof measures
export const measureNames = Object.keys(measures) as [Measure, ...Measure[]]

export interface Reading {
  readonly value: number
  /** What it is counted over; null when there is no whole, as for a number of calls. */
  readonly total: number | null
  /** Null while nothing was counted. */
  readonly countedAt: Date | null
}

export type Readings = Readonly<Record<Measure, Reading>>

/** From 0 to 100; null while there is nothing to reach. What goes beyond its target is whole. */
export function computeProgress({ value, total }: Reading, target: number | null): number | null {
  const whole = target ?? total
  if (whole === null || whole <= 0) return null
  return Math.min(100, Math.floor((value * 100) / whole))
}
