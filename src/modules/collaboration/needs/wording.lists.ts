/** The names and turns of phrase the wording check knows. Folded: no accents, lower case, straight apostrophes. */

/** Products and makers that a need should not name; the catalogue's own names are added to them. */
export const brands: readonly string[] = [
  'microsoft, windows, office 365, microsoft 365, excel, outlook, powerpoint, sharepoint, onedrive',
  'google, gmail, google drive, google workspace, libreoffice, adobe, photoshop, wordpress',
  'oracle, sap, odoo, salesforce, sage 100, sage saari, ciel compta, dynamics 365, power bi',
  'sql server, mysql, postgresql, mongodb, autocad, arcgis, esri, qgis, mapinfo',
  'android, iphone, ipad, whatsapp, facebook, messenger, telegram, skype, kaspersky, fortinet',
  'samsung, huawei, tecno, itel, infinix, xiaomi, nokia, hp, hewlett packard, dell, lenovo, thinkpad',
  'acer, asus, toshiba, macbook, epson, xerox, kyocera, ricoh, amd, core i5, core i7',
  'cisco, mikrotik, ubiquiti, tp-link, starlink, vmware, aws, amazon web services, azure, google cloud',
  'ovh, mtn, moov, celtiis, fedapay, kkiapay, paypal',
].flatMap(listWords)

/** Brands that are words too: they count only where a capital makes them names. */
export const brandsLikeWords: readonly string[] = listWords(
  'access, apple, brother, canon, intel, sage, teams, word, zoom',
)

function listWords(list: string): string[] {
  return list.split(', ')
}

export type WordingKind = 'product' | 'discrimination' | 'solutionFirst' | 'vague'

interface Advice {
  readonly message: string
  readonly suggestion: string
}

export interface WordingPattern extends Advice {
  readonly kind: WordingKind
  readonly pattern: RegExp
}

export const productAdvice: Advice = {
  message:
    'Nommer un produit ou une marque écarte ses concurrents : des procédures ont été annulées pour cela.',
  suggestion:
    'Dites ce que le produit doit faire. S’il s’agit de ce que vous utilisez déjà, dites-le à « Comment faites-vous aujourd’hui ? ».',
}

/** Beside « ou équivalent ». */
export const softenedAdvice: Advice = {
  message: 'Une marque est nommée ; « ou équivalent » laisse une place aux autres.',
  suggestion: 'Gardez-la si rien d’autre ne décrit ce qu’il faut ; sinon, dites ce qu’elle fait.',
}

const vendors = '(?:startups?|prestataires?|fournisseurs?|editeurs?|candidats?|soumissionnaires?)'
const companies = `(?:${vendors}|entreprises?|societes?)`
const only = '(?:uniquement|exclusivement|seulement)'
const near = '[^.;\\n]{0,40}'
const years = '(?:\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt) (?:ans|annees)'
const seniority = "(?:experience|existence|anciennete|d'age)"

const get = (...sources: string[]) => new RegExp(`\\b(?:${sources.join('|')})`, 'g')

const discrimination: readonly (Advice & { pattern: RegExp })[] = [
  {
    pattern: get(
      `(?:${only}|reserve(?:e|es|s)? aux?)\\b${near}\\b${companies}\\b`,
      `${vendors}\\b${near}\\b${only}\\b`,
      `a l'exclusion d(?:e|es|u)\\b${near}\\b${companies}\\b`,
    ),
    message: 'Ce passage réserve la réponse à certaines entreprises.',
    suggestion: 'Dites ce que la solution doit faire ; toute entreprise qui le peut répondra.',
  },
  {
    pattern: get(`fournisseur (?:unique|exclusif)\\b`, `(?:en|l'|une |d')\\s?exclusivite\\b`),
    message: 'Une exclusivité ferme la porte à tous les autres.',
    suggestion:
      'Demandez ce que l’exclusivité devait garantir : un délai, un prix, un responsable.',
  },
  {
    pattern: get(
      `${companies}\\b${near}\\b(?:nationalite|beninoise?s?|etrangere?s?|de droit beninois)\\b`,
      `${vendors}\\b${near}\\b(?:locale?s?|locaux|de la commune|du departement|domiciliee?s?|residant|installee?s? (?:a|dans)|basee?s? (?:a|dans))\\b`,
      `(?:par|avec|choisir|retenir) (?:une|des|les|l')\\s?(?:entreprises?|societes?) (?:locales?|de la commune|du departement)\\b`,
    ),
    message: 'Écarter selon la nationalité ou le lieu peut être contesté.',
    suggestion: 'Demandez une présence ou un délai d’intervention, si c’est ce qui compte.',
  },
  {
    pattern: get(
      `(?:au moins|minimum|plus de) ${years}\\b${near}\\b${seniority}\\b`,
      `${years} d'${seniority}\\b`,
      `(?:experience|anciennete)\\b[^.;\\n]{0,20}\\b${years}\\b`,
    ),
    message: 'Une ancienneté imposée écarte les jeunes entreprises, dont les startups labellisées.',
    suggestion: 'Demandez plutôt une démonstration, ou une référence.',
  },
  {
    pattern: get(
      `chiffres? d'affaires?\\b[^.;\\n]{0,30}(?:\\bminim|\\bmoins\\b|\\bsuperieur|\\bplus de\\b|\\d)`,
      `(?:justifi|exig|dispos)\\w*\\b${near}\\bchiffres? d'affaires?\\b`,
    ),
    message: 'Un chiffre d’affaires imposé écarte les petites entreprises.',
    suggestion: 'Demandez ce qui garantit la livraison : étapes, réversibilité, dépôt des sources.',
  },
  {
    pattern: get(
      `deja (?:travaille|collabore|livre|intervenu|realise|fourni)\\w*\\b${near}\\b(?:commune|mairie|nos services)\\b`,
    ),
    message: 'Exiger d’avoir déjà travaillé avec la commune ferme la porte à tous les autres.',
    suggestion: 'Demandez des références dans des communes semblables, si elles existent.',
  },
  {
    pattern:
      /(?<!\b(?:sans distinction|quelle que soit|sans|toutes?)\b[^.;\n]{0,30})\b(?:ethnie|origine ethnique|religion|confession|chretiens?|chretiennes?|musulmane?s?|sexe masculin|sexe feminin|(?:hommes|femmes) (?:uniquement|seulement|exclusivement))\b/g,
    message: 'Ce critère touche aux personnes et non au service : il est discriminatoire.',
    suggestion: 'Retirez-le, ou dites le besoin des usagers qu’il voulait servir.',
  },
]

const wanting = [
  'acheter, acquerir, acquisition, achat, fourniture, developper, developpement, concevoir, conception',
  'creer, creation, installer, deployer, se doter, mettre en place, mise en place, nous voulons',
  "nous souhaitons, nous cherchons, il nous faut, avons besoin, a besoin, s'equiper",
].flatMap(listWords)
const articles = "(?:(?:de|du|des|un|une|le|la|les|notre|nos) |[dl]')*"
const tools = [
  'logiciels?, progiciels?, applications?, applis?, plateformes?, plate-formes?, portails?',
  "sites? (?:web|internet), bases? de donnees, systemes? informatiques?, systemes? d'information",
  'outils? (?:informatiques?|numeriques?)',
].flatMap(listWords)

/** The reasons tell what was annulled elsewhere (ARMP: decision 2020-35, and a quotation of 2025). */
export const patterns: readonly WordingPattern[] = [
  ...discrimination.map((one) => ({ ...one, kind: 'discrimination' as const })),
  {
    kind: 'solutionFirst',
    pattern: get(`(?:${wanting.join('|')}) ${articles}(?:${tools.join('|')})\\b`),
    message: 'La phrase nomme déjà un outil, avant le problème.',
    suggestion: 'Dites ce qui doit changer : plusieurs outils peuvent y arriver.',
  },
  {
    kind: 'vague',
    pattern:
      /\b(?:etc\b|et autres\b|derniere generation|de pointe\b|a la pointe|haut de gamme|performante?s?\b|convivia(?:le?s?|ux)\b|(?<!\bmarches? )modernes?\b|innovante?s?\b|ergonomiques?\b|intuiti(?:fs?|ves?)\b|dans les meilleurs delais)/g,
    message: 'Ce mot ne se vérifie pas.',
    suggestion: 'Dites ce que l’on pourra compter ou constater.',
  },
]
