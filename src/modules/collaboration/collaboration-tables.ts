/**
 * What the operator exports of collaboration. Left out: what communes ask each other, which the association may not read,
 * and the messages of contacts, which are between the two who wrote them.
 */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const collaborationTables: readonly ExportedTable[] = [
  {
    file: 'besoins',
    holds: 'les besoins des communes, brouillons exceptés.',
    query: `select id, reference, commune_id, title as titre, status as statut, status_reason as motif,
        problem as probleme, beneficiaries as beneficiaires, current_situation as situation,
        expected_outcome as resultat_attendu, domains as domaines, services, connectivity as connexion,
        must_work_offline as hors_ligne, workstations as postes, it_staff as informaticiens,
        users as utilisateurs, population, languages as langues, hosting as hebergement,
        handles_personal_data as donnees_personnelles, other_constraints as autres_contraintes,
        budget_min, budget_max, budget_source as source_budget, urgency as urgence,
        wanted_by as souhaite_pour, created_at as cree_le, published_at as publie_le
      from collaboration.need where status <> 'draft' order by reference nulls last, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'communes-interessees',
    holds: 'les communes qui ont rejoint le besoin d’une autre.',
    query: `select n.reference as besoin, j.commune_id, j.note, j.users as utilisateurs,
        j.joined_at as depuis, j.left_at as jusqu_a
      from collaboration.need_joiner j join collaboration.need n on n.id = j.need_id
      order by n.reference, j.joined_at, j.commune_id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'contacts',
    holds: 'les prises de contact entre communes et startups, et leur suite.',
    query: `select reference, need_reference as besoin, need_title as titre_besoin, commune_id, startup_id,
        solution_name as solution, status as statut, opened_at as ouvert_le, answer_due_at as reponse_avant,
        demonstration_at as demonstration_le, demonstration_place as lieu, decline_reason as motif_refus,
        outcome_reason as conclusion, outcome_next as suite, updated_at as modifie_le
      from collaboration.contact order by reference`,
    organisations: { commune_id: 'commune', startup_id: 'startup' },
  },
]
