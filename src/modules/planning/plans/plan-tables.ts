/** What the operator exports of master plans: those that a council adopted. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const planTables: readonly ExportedTable[] = [
  {
    file: 'schemas-directeurs',
    holds: 'les schémas directeurs adoptés, en vigueur ou clos.',
    query: `select reference, commune_id, title as titre, template as modele, first_year as premiere_annee, years as annees,
        array_to_string(yearly_envelopes, '|') as enveloppes, status as statut, council_number as deliberation,
        council_date as delibere_le, in_force_at as en_vigueur_le, closed_at as clos_le
      from planning.plan where status in ('inForce', 'closed') order by reference`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'actions-des-schemas-directeurs',
    holds: 'les actions des schémas directeurs adoptés.',
    query: `select p.reference as plan, a.commune_id, a.priority as rang, a.code, a.title as action, a.axis as axe,
        a.start_year as debut, a.end_year as fin, a.investment as investissement, a.running as fonctionnement,
        a.funding_source as source, a.mechanism as mecanisme, a.department as service, a.status as etat,
        a.need_reference as besoin
      from planning.plan_action a join planning.plan p on p.id = a.plan_id
      where p.status in ('inForce', 'closed') order by p.reference, a.priority, a.id`,
    organisations: { commune_id: 'commune' },
  },
]
