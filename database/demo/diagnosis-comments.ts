/** What the team of Glazoué noted beside its answers. */
export const comments: Readonly<Record<string, string>> = {
  'gov-plan':
    'Le sujet figure dans le plan de développement communal, page 41. Rien de plus précis.',
  'gov-contact':
    'La RSI s’en occupe seule ; un réparateur de la gare routière l’aide pour le matériel.',
  'con-townhall': 'Routeur 4G au secrétariat. Le mercredi, jour de marché, le débit tombe.',
  'con-power': 'Quatre onduleurs en état, à la comptabilité et à l’état civil.',
  'app-revenue':
    'Carnets à souche pour les droits de place ; le total est porté dans un tableur chaque vendredi.',
  'app-civil': 'Registres de 1998 à 2005 abîmés par l’eau.',
  'srv-tracking': 'Les gens rappellent le standard, souvent plusieurs fois.',
  'ski-trained': 'Une demi-journée sur le tableur, offerte par un partenaire.',
  'sec-backup': 'Copie sur un disque le dernier vendredi du mois, rangé à la caisse.',
  'sec-apdp': 'Le courrier à l’APDP est prêt, pas encore parti.',
  'fin-lines': 'Une ligne « matériel informatique », sans ligne pour la connexion.',
  'par-languages': 'La radio locale diffuse en idaasha et en mahi le samedi matin.',
}
