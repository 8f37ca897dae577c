/** The words the wording check knows. Folded: no accents, lower case. */

/** Products and makers that a need should not name; the catalogue's own names are added to them. */
export const brands: readonly string[] = [
  'microsoft',
  'windows',
  'office 365',
  'excel',
  'word',
  'outlook',
  'teams',
  'sharepoint',
  'oracle',
  'sap',
  'sage',
  'odoo',
  'salesforce',
  'google',
  'gmail',
  'android',
  'apple',
  'iphone',
  'ipad',
  'whatsapp',
  'facebook',
  'zoom',
  'adobe',
  'autocad',
  'arcgis',
  'esri',
  'qgis',
  'hp',
  'hewlett packard',
  'dell',
  'lenovo',
  'acer',
  'asus',
  'samsung',
  'huawei',
  'tecno',
  'itel',
  'cisco',
  'mikrotik',
  'ubiquiti',
  'starlink',
  'canon',
  'epson',
  'intel',
  'amd',
  'mysql',
  'sql server',
  'aws',
  'azure',
  'mtn',
  'moov',
  'celtiis',
]

export type WordingKind = 'product' | 'discrimination' | 'solutionFirst' | 'vague'

export interface WordingPattern {
  readonly kind: WordingKind
  readonly pattern: RegExp
  readonly message: string
  readonly suggestion: string
}

const companies =
  '(?:entreprises?|societes?|startups?|prestataires?|fournisseurs?|candidats?|soumissionnaires?)'

/** Patterns over folded text. The reasons tell what was annulled elsewhere (ARMP, 2020-35 and a quotation of 2025). */
export const patterns: readonly WordingPattern[] = [
  {
    kind: 'discrimination',
    pattern: new RegExp(
      `\\b(?:uniquement|exclusivement|seulement|reserve(?:e|es|s)? aux?)\\b[^.;\\n]{0,40}\\b${companies}\\b`,
      'g',
    ),
    message: 'Ce passage réserve la réponse à certaines entreprises.',
    suggestion: 'Dites ce que la solution doit faire ; toute entreprise qui le peut répondra.',
  },
  {
    kind: 'discrimination',
    pattern: new RegExp(
      `\\b${companies}\\b[^.;\\n]{0,40}\\b(?:nationalite|beninoise?s?|etrangere?s?|locales?|locaux|de la commune|du departement)\\b`,
      'g',
    ),
    message: 'Écarter selon la nationalité ou le lieu peut être contesté.',
    suggestion: 'Demandez une présence ou un délai d’intervention, si c’est ce qui compte.',
  },
  {
    kind: 'discrimination',
    pattern:
      /\b(?:au moins|minimum|plus de)\s+(?:\d+|deux|trois|quatre|cinq|dix)\s+(?:ans|annees)\b[^.;\n]{0,40}\b(?:experience|existence|anciennete)\b/g,
    message: 'Une ancienneté imposée écarte les jeunes entreprises, dont les startups labellisées.',
    suggestion: 'Demandez plutôt une démonstration, ou une référence.',
  },
  {
    kind: 'discrimination',
    pattern: /\bchiffre d.affaires\b/g,
    message: 'Un chiffre d’affaires imposé écarte les petites entreprises.',
    suggestion: 'Demandez ce qui garantit la livraison : étapes, réversibilité, dépôt des sources.',
  },
  {
    kind: 'discrimination',
    pattern:
      /\b(?:ayant|avoir|ont)\s+deja\s+(?:travaille|collabore|livre|intervenu|realise)[^.;\n]{0,40}\b(?:commune|mairie)\b/g,
    message: 'Exiger d’avoir déjà travaillé avec la commune ferme la porte à tous les autres.',
    suggestion: 'Demandez des références dans des communes semblables, si elles existent.',
  },
  {
    kind: 'discrimination',
    pattern:
      /\b(?:ethnie|religion|chretiens?|musulmans?|sexe masculin|sexe feminin|hommes uniquement|femmes uniquement)\b/g,
    message: 'Ce critère touche aux personnes et non au service : il est discriminatoire.',
    suggestion: 'Retirez-le, ou dites le besoin des usagers qu’il voulait servir.',
  },
  {
    kind: 'solutionFirst',
    pattern:
      /\b(?:acheter|acquerir|acquisition d[eu’']?n?e?|nous voulons|nous souhaitons|il nous faut|developper)\s+(?:(?:un|une|le|la|l)\s*['’]?\s*)?(?:logiciel|application|plateforme|site web|progiciel|systeme informatique)\b/g,
    message: 'La phrase nomme déjà un outil, avant le problème.',
    suggestion: 'Dites ce qui doit changer : plusieurs outils peuvent y arriver.',
  },
  {
    kind: 'vague',
    pattern:
      /\b(?:etc|et autres|derniere generation|a la pointe|performante?s?|convivial(?:e|es|s)?|moderne?s?|innovante?s?)\b/g,
    message: 'Ce mot ne se vérifie pas.',
    suggestion: 'Dites ce que l’on pourra compter ou constater.',
  },
]

export const productWording = {
  message:
    'Nommer un produit ou une marque écarte ses concurrents : des procédures ont été annulées pour cela.',
  suggestion: 'Dites ce que le produit fait, ou ajoutez « ou équivalent ».',
}
