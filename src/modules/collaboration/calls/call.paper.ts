/** The papers of a call before its deadline: the call itself, and each addendum. */
import { domainLabels } from '#modules/directory/index.ts'
import {
  body,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  prose,
  section,
  table,
} from '#platform/documents.ts'
import { formatDateTime } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { describeBudget } from '../needs/need-facts.ts'
import type { Addendum } from './addendum.queries.ts'
import { callMechanismLabels, describeShareRule } from './call.labels.ts'
import type { Call, FullCall } from './call.schema.ts'

export function writeCall(full: FullCall, issuer: Issuer): DocumentModel {
  return inLocale('fr', () => write(full, issuer))
}

function write({ call, lots, criteria }: FullCall, issuer: Issuer): DocumentModel {
  return {
    issuer,
    kicker: callMechanismLabels[call.mechanism],
    title: call.title,
    reference: call.reference ?? '',
    date: call.publishedAt ?? call.updatedAt,
    ...(call.publishedAt === null && { mention: 'Projet' }),
    body: body(
      section('L’objet', prose(call.purpose)),
      section('Ce que la réponse contient et respecte', prose(call.requirements)),
      lots.length > 1 &&
        section(
          'Les lots',
          table({
            columns: ['Lot', 'Contenu', { label: 'Budget maximal', kind: 'money' }],
            rows: lots.map(({ title, description, budgetMax }) => [title, description, budgetMax]),
          }),
        ),
      section(
        'Comment les propositions sont jugées',
        table({
          columns: [
            { label: 'Critère', width: 1.2 },
            { label: 'Ce qui donne une bonne note', width: 2 },
            { label: 'Minimum', kind: 'number' },
            { label: 'Poids', kind: 'percent' },
          ],
          rows: criteria.map(({ label, guidance, kind, minimumScore, weight }) => [
            label,
            kind === 'price'
              ? 'Calculé : le moins cher a 100, les autres en proportion.'
              : guidance,
            minimumScore,
            weight,
          ]),
        }),
        call.minimumScore > 0 && paragraph(`Note totale minimale : ${call.minimumScore} sur 100.`),
      ),
      section('Calendrier et conditions', facts(listFacts(call))),
    ),
  }
}

function listFacts(call: Call): [string, string | null][] {
  return [
    ['Domaines', call.domains.map((code) => domainLabels[code] ?? code).join(', ')],
    ['Budget', call.showsBudget ? describeBudget(call) : null],
    ['Partage du montant entre les communes', describeShareRule(call)],
    ['Questions jusqu’au', call.questionsUntil && formatDateTime(call.questionsUntil)],
    ['Propositions jusqu’au', call.deadline && formatDateTime(call.deadline)],
    ['Noms masqués pendant la notation', call.isAnonymous ? 'Oui' : 'Non'],
    ['Délai d’attente après la décision', `${call.standstillDays} jours`],
    ['Dépôt', 'Sur Cauri seulement. Les propositions restent scellées jusqu’à la date limite.'],
  ]
}

export function writeAddendum(call: Call, addendum: Addendum, issuer: Issuer): DocumentModel {
  return inLocale('fr', () => ({
    issuer,
    kicker: `Additif n° ${addendum.number}`,
    title: call.title,
    reference: `${call.reference}/A${addendum.number}`,
    date: addendum.publishedAt,
    body: body(
      section('Motif', prose(addendum.reason)),
      section(
        'Ce qui change',
        table({
          columns: ['', 'Avant', 'Désormais'],
          rows: addendum.changes.map(({ label, before, after }) => [label, before, after]),
        }),
      ),
      paragraph('Le reste de l’appel ne change pas.'),
    ),
  }))
}
