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
import { participantLabels } from './session.labels.ts'
import type { AgendaItem, FullSession } from './session.schema.ts'
import { tellPeriod } from './session-period.rules.ts'

export function writeReport(full: FullSession, associationName: string): DocumentModel {
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
