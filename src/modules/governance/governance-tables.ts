/** What the operator exports of sessions. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const governanceTables: readonly ExportedTable[] = [
  {
    file: 'sessions',
    holds: 'Les sessions des commissions, avec leur état.',
    query: `select id, reference, commission_code as commission, theme, commune_id, place as lieu, starts_on as du, ends_on as au,
        presidency as presidence, status as etat, status_reason as motif, source, published_at as publie_le
      from governance.session order by starts_on, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'sessions-ordre-du-jour',
    holds: 'Les points de l’ordre du jour des sessions.',
    query: `select session.reference, item.held_on as jour, item.starts_at as heure, item.title as titre, item.presenter as presente_par,
        item.body as objet
      from governance.agenda_item item join governance.session session on session.id = item.session_id
      order by session.reference, item.held_on, item.starts_at, item.id`,
  },
  {
    file: 'sessions-participants',
    holds: 'Les invités et les présents de chaque session, par qualité.',
    query: `select session.reference, attendance.kind as qualite, attendance.invited as invites, attendance.present as presents,
        attendance.organisations
      from governance.attendance attendance join governance.session session on session.id = attendance.session_id
      order by session.reference, attendance.kind`,
  },
]
