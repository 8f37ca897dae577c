/** The page that comes back holds the version that now stands: sent again, it is written. */
export const changedMeanwhile =
  'Quelqu’un a enregistré cette partie pendant que vous écriviez. Votre texte est gardé ci-dessous : enregistrez de nouveau pour qu’il remplace le sien.'
