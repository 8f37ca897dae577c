/** On what terms what is published may be used again. Nobody has decided it yet: said wherever it is told. */
export const openLicence = {
  terms:
    'Données publiques, réutilisables en citant l’Association nationale des communes du Bénin (CC BY 4.0, à confirmer par l’association)',
  isConfirmed: false,
} as const
