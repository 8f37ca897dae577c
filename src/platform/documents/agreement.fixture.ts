/** An agreement of a dozen pages, invented, to look at and to measure. */
import {
  article,
  body,
  bullets,
  emphasis,
  facts,
  notice,
  numbered,
  pageBreak,
  paragraph,
  prose,
  section,
  signatures,
  strong,
  table,
} from './blocks.ts'
import type { Block, DocumentModel } from './model.types.ts'

const titles = [
  'Objet',
  'Définitions',
  'Gouvernance du projet',
  'Propriété des données',
  'Données à caractère personnel',
  'Hébergement',
  'Sécurité',
  'Interopérabilité',
  'Réversibilité et dépôt des sources',
  'Niveaux de service et pénalités',
  'Formation',
  'Propriété intellectuelle',
  'Prix et paiement',
  'Emploi local',
  'Résiliation',
  'Différends',
]

const sentence =
  'La startup s’engage à tenir à la disposition de la commune, à tout moment et sans frais, l’ensemble des données collectées pour son compte, dans un format ouvert, documenté et lisible par un autre prestataire ; la commune en demeure seule propriétaire, y compris après l’échéance de la convention.'

function writeArticle(title: string, index: number): Block {
  return article(
    index + 1,
    title,
    paragraph([
      'Par le présent article, les parties conviennent de ce qui suit. ',
      strong(sentence),
      ' ',
      sentence,
    ]),
    prose(`${sentence}\n\n${sentence} ${sentence}`),
    numbered([
      `Avant la mise en service : ${sentence}`,
      'Pendant l’exploitation : un point mensuel, consigné par écrit.',
      ['À l’échéance : ', emphasis('restitution complète'), ', vérifiée par un procès-verbal.'],
    ]),
    title === 'Prix et paiement' && payments,
    section('Preuve', paragraph(`${sentence} ${sentence}`)),
  )
}

const payments = table({
  caption: 'Échéancier des paiements',
  columns: [
    'Jalon',
    { label: 'Échéance', kind: 'date' },
    { label: 'Part', kind: 'percent' },
    { label: 'Montant', kind: 'money' },
  ],
  rows: [
    ['Signature de la convention', '2026-12-01', 20, 1_250_000],
    ['Mise en service dans deux marchés pilotes', '2027-02-15', 50, 3_125_000],
    ['Réception définitive', '2027-06-30', 30, 1_875_000],
  ],
  total: ['Total', null, 100, 6_250_000],
})

export const agreement: DocumentModel = {
  issuer: { kind: 'commune', name: 'Houéyogbé', department: 'Mono' },
  kicker: 'Convention de collaboration',
  title: 'Encaissement des droits de place sur les marchés de la commune',
  subtitle: 'Entre la commune de Houéyogbé et Akwaba Numérique SARL',
  reference: 'CNV-2026-0007',
  date: '2026-11-23',
  verification: { code: 'ACDEF-HJKMN', url: 'https://cauri.example/verifier/ACDEF-HJKMN' },
  body: body(
    section(
      'Les parties',
      facts([
        ['La commune', 'Houéyogbé, département du Mono, représentée par son maire'],
        ['La startup', [strong('Akwaba Numérique SARL'), ', IFU 3202600000017, Lokossa']],
        ['Cadre', 'Convention-cadre de collaboration, version 2, du 10 octobre 2026'],
        ['Montant', '6 250 000 FCFA, toutes taxes comprises'],
      ]),
      notice(
        'Ce que les parties signent',
        'La présente convention reprend les clauses de la convention-cadre ; celles qui ont été négociées sont annoncées comme telles.',
      ),
      bullets(['Annexe 1 : cahier des charges', 'Annexe 2 : charte du projet']),
    ),
    pageBreak(),
    titles.map(writeArticle),
    signatures(
      [
        { capacity: 'Pour la commune, le maire', name: 'Cossi Agbodjan' },
        {
          capacity: 'Pour la startup, la gérante',
          name: 'Afi Dossou',
          evidence:
            'Signé le 23 novembre 2026 à 10 h 12 par code à usage unique reçu au 01 ·· ·· ·· 17.',
        },
      ],
      { place: 'Houéyogbé' },
    ),
  ),
}
