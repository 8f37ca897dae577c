interface OpenLicence {
  readonly terms: string
  readonly address: string
  /** Until it is, no machine is told that a licence was granted. */
  readonly isConfirmed: boolean
}

/** On what terms what is published may be used again. Nobody has decided it yet: said wherever it is told. */
export const openLicence: OpenLicence = {
  terms:
    'Données publiques, réutilisables en citant l’Association nationale des communes du Bénin (CC BY 4.0, à confirmer par l’association)',
  address: 'https://creativecommons.org/licenses/by/4.0/',
  isConfirmed: false,
}
