/** What the startups of the demonstration world show of their solutions: screens that were drawn, and short papers. */
import type { Buffer } from 'node:buffer'
import { writePaper } from './paper.ts'
import { drawScreen } from './screen.ts'

export interface DemoFile {
  readonly solution: string
  readonly startup: string
  readonly kind: 'screenshot' | 'document'
  readonly name: string
  readonly caption: string
  readonly bytes: Buffer
}

const fictional =
  'Document de démonstration : la startup, la solution et les chiffres sont fictifs.'

export const solutionFiles: readonly DemoFile[] = [
  {
    solution: 'axi-ticket',
    startup: 'akwaba-numerique',
    kind: 'screenshot',
    name: 'encaissement.png',
    caption: 'La liste des places à encaisser du matin, avec ce que chacune doit.',
    bytes: drawScreen({
      title: 'Marché du jour',
      layout: 'list',
      lines: [
        'Place 12 - Condiments - 300 F',
        'Place 13 - Tissus - 500 F',
        'Place 14 - Reçu imprimé',
        'Place 15 - Céréales - 300 F',
        'Place 16 - Reçu imprimé',
        'Sans réseau : 4 à envoyer',
      ],
    }),
  },
  {
    solution: 'axi-ticket',
    startup: 'akwaba-numerique',
    kind: 'screenshot',
    name: 'recettes.png',
    caption: 'Les recettes de la semaine, jour par jour, en milliers de francs.',
    bytes: drawScreen({
      title: 'Recettes de la semaine',
      layout: 'chart',
      lines: ['Lundi 38', 'Mardi 45', 'Mercredi 92', 'Jeudi 40', 'Vendredi 51', 'Samedi 87'],
    }),
  },
  {
    solution: 'axi-ticket',
    startup: 'akwaba-numerique',
    kind: 'document',
    name: 'guide-du-collecteur.pdf',
    caption: 'Guide du collecteur',
    bytes: writePaper('Axi Ticket : guide du collecteur', [
      fictional,
      'Le matin, ouvrez la tournée : le téléphone reçoit la liste des places et ce que chacune doit. La suite se fait sans réseau.',
      'À chaque place, choisissez le montant, encaissez, imprimez le reçu. Un reçu annulé le reste : il est barré, jamais effacé.',
      'Le soir, rapprochez-vous du réseau : les encaissements partent seuls, et le régisseur compare l’argent remis et le total du téléphone.',
    ]),
  },
  {
    solution: 'zem-adresse',
    startup: 'zem-data',
    kind: 'screenshot',
    name: 'parcelles.png',
    caption: 'Le plan d’un quartier : parcelles adressées, à vérifier et en litige.',
    bytes: drawScreen({
      title: 'Quartier Démo - Adressage',
      layout: 'plan',
      lines: ['Adressée', 'À vérifier', 'En litige'],
    }),
  },
  {
    solution: 'registre-sika',
    startup: 'sika-logiciels',
    kind: 'screenshot',
    name: 'recherche.png',
    caption: 'La recherche d’un acte : les réponses viennent pendant que l’agent écrit.',
    bytes: drawScreen({
      title: 'Recherche d’un acte',
      layout: 'list',
      lines: [
        'Acte 2019 / 114 - Naissance',
        'Acte 2019 / 126 - Naissance',
        'Acte 2020 / 8 - Mariage',
        'Acte 2021 / 77 - Naissance',
      ],
    }),
  },
  {
    solution: 'registre-sika',
    startup: 'sika-logiciels',
    kind: 'document',
    name: 'reprise-des-donnees.pdf',
    caption: 'Ce que la commune reçoit à la fin du contrat',
    bytes: writePaper('Registre Sika : reprise des données', [
      fictional,
      'À la fin du contrat, la commune reçoit toutes ses données en CSV et en tableur, avec la description de chaque colonne, sous trente jours et sans frais.',
      'Les images des registres sont remises sur un disque, rangées par année et par numéro d’acte. Un agent de la commune les relit avec nous avant la clôture.',
    ]),
  },
  {
    solution: 'tournee-propre',
    startup: 'tofa-systemes',
    kind: 'screenshot',
    name: 'passages.png',
    caption: 'La part des ménages servis, semaine après semaine, sur cent abonnés.',
    bytes: drawScreen({
      title: 'Ménages servis',
      layout: 'chart',
      lines: ['Semaine 1 : 61', 'Semaine 2 : 68', 'Semaine 3 : 74', 'Semaine 4 : 83'],
    }),
  },
]
