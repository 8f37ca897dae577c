/** The report of a session (compte rendu), drafted from what was recorded of it. */
import {
  body,
  type DocumentModel,
  facts,
  notice,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { inLocale, t } from '#platform/i18n.ts'
import {
  addresseeLabels,
  recommendationStatusLabels,
} from '../recommendations/recommendation.labels.ts'
import type { ToldLine } from '../recommendations/recommendation.queries.ts'
import type { Recommendation } from '../recommendations/recommendation.schema.ts'
import { participantLabels } from './session.labels.ts'
import type { AgendaItem, FullSession } from './session.schema.ts'
import { tellPeriod } from './session-period.rules.ts'

interface Decided {
  readonly recommended: readonly Recommendation[]
  readonly told: readonly ToldLine[]
}

export function writeReport(
  full: FullSession,
  { recommended, told }: Decided,
  associationName: string,
): DocumentModel {
  const { session, minutes } = full
  return inLocale('fr', () => ({
    issuer: { kind: 'organisation', name: associationName },
    kicker: 'Compte rendu de session',
    title: session.theme,
    subtitle: full.commission.name,
    reference: `${session.reference}-CR`,
    date: session.publishedAt ?? session.endsOn,
    ...(session.status !== 'published' && { mention: 'Projet' }),
    body: body(
      facts([
        ['Session', session.reference],
        ['Quand', tellPeriod(session)],
        ['Où', session.place],
        ['Présidence', session.presidency || 'à confirmer'],
      ]),
      session.source !== null &&
        notice(
          'D’après ce qui a été publié',
          `Cette session s’est tenue avant la plateforme. Ce compte rendu reprend ce qui en est public : ${session.source}.`,
        ),
      session.presentation !== '' && section('Objet', prose(session.presentation)),
      minutes.opening !== '' && section('Ouverture', prose(minutes.opening)),
      writeAttendances(full),
      full.agenda.map((item, index) => writeItem(full, item, index + 1)),
      writeTold(told),
      writeRecommended(recommended),
      minutes.conclusions !== '' && section('Conclusions', prose(minutes.conclusions)),
      session.source === null &&
        signatures([
          { capacity: 'Le président de séance' },
          { capacity: 'Le secrétariat de l’association' },
        ]),
    ),
  }))
}

function writeAttendances({ attendances }: FullSession) {
  return section(
    'Participants',
    table({
      columns: [
        { label: 'Qualité', width: 2 },
        { label: 'Invités', kind: 'number' },
        { label: 'Présents', kind: 'number' },
        { label: 'Organisations', width: 3 },
      ],
      rows: attendances.map(({ kind, invited, present, organisations }) => [
        t(participantLabels[kind]),
        invited,
        present,
        organisations,
      ]),
      whenEmpty: 'Les participants restent à relever.',
    }),
  )
}

function writeItem({ notes }: FullSession, item: AgendaItem, number: number) {
  const { id, title, heldOn, startsAt, presenter, body: about } = item
  const moment = [formatDate(heldOn), startsAt].filter(Boolean).join(', ')
  return section(
    `Point ${number}. ${title}`,
    facts([
      ['Quand', moment],
      ['Présenté par', presenter],
    ]),
    prose(about),
    prose(notes.get(id)?.body ?? ''),
  )
}

function writeTold(told: readonly ToldLine[]) {
  return (
    told.length > 0 &&
    section(
      'Suites des recommandations précédentes',
      table({
        columns: [
          'Référence',
          { label: 'Recommandation', width: 3 },
          'État',
          { label: 'Ce qui en est dit', width: 3 },
        ],
        rows: told.map(({ reference, title, status, note }) => [
          reference,
          title,
          t(recommendationStatusLabels[status].label),
          note,
        ]),
      }),
    )
  )
}

/** As they were adopted: what became of them since is on the board, not in the report. */
function writeRecommended(recommended: readonly Recommendation[]) {
  return (
    recommended.length > 0 &&
    section(
      'Recommandations',
      table({
        columns: [
          'Référence',
          { label: 'Recommandation', width: 4 },
          { label: 'Adressée à', width: 1.5 },
        ],
        rows: recommended.map(({ reference, title, addressee }) => [
          reference,
          title,
          t(addresseeLabels[addressee]),
        ]),
      }),
    )
  )
}
