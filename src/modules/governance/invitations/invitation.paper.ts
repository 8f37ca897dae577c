/** The letter of invitation to a session: printed, signed and stamped where a town hall expects paper. */
import {
  body,
  type DocumentModel,
  facts,
  paragraph,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { inLocale, t } from '#platform/i18n.ts'
import { participantLabels } from '../sessions/session.labels.ts'
import type { FullSession } from '../sessions/session.schema.ts'
import { tellPeriod } from '../sessions/session-period.rules.ts'
import type { NamedInvitation } from './invitation.schema.ts'

export function writeInvitation(
  full: FullSession,
  { id, kind, name, sentAt }: NamedInvitation,
  associationName: string,
): DocumentModel {
  const { session, commission } = full
  return inLocale('fr', () => ({
    issuer: { kind: 'organisation', name: associationName },
    kicker: 'Invitation',
    title: session.theme,
    subtitle: commission.name,
    reference: `${session.reference}-INV-${id.slice(-6).toUpperCase()}`,
    date: sentAt ?? session.createdAt,
    ...(sentAt === null && { mention: 'Projet' }),
    body: body(
      facts([
        ['À', name],
        ['En qualité de', t(participantLabels[kind])],
        ['Quand', tellPeriod(session)],
        ['Où', session.place],
        ['Présidence', session.presidency || 'à confirmer'],
      ]),
      paragraph(
        'L’association vous invite à prendre part à cette session de sa commission, et vous prie de lui dire si vous venez, et à combien.',
      ),
      session.presentation !== '' && section('Objet', prose(session.presentation)),
      section('Ordre du jour', writeAgenda(full)),
      signatures([{ capacity: 'Pour l’association' }]),
    ),
  }))
}

function writeAgenda({ agenda }: FullSession) {
  return table({
    columns: ['Quand', { label: 'Point', width: 3 }, { label: 'Présenté par', width: 2 }],
    rows: agenda.map(({ heldOn, startsAt, title, presenter }) => [
      [formatDate(heldOn), startsAt].filter(Boolean).join(', '),
      title,
      presenter,
    ]),
    whenEmpty: 'L’ordre du jour suit.',
  })
}
