/** What the operator exports of solutions and of their uses. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const catalogueTables: readonly ExportedTable[] = [
  {
    file: 'solutions',
    holds: 'les solutions, quel que soit leur statut.',
    query: `select s.id, s.name as nom, s.startup_id, t.name as startup, s.status as statut,
        s.status_reason as motif, s.summary as resume, s.problem as probleme, s.description,
        s.domains as domaines, s.services, s.maturity as maturite, s.min_connectivity as connexion,
        s.works_offline as hors_ligne, s.hardware as materiel, s.min_workstations as postes,
        s.min_it_staff as informaticiens, s.population_min, s.population_max,
        s.price_setup as prix_installation, s.price_yearly as prix_annuel,
        s.price_per_inhabitant as prix_par_habitant, s.price_per_user as prix_par_utilisateur,
        s.price_note as note_prix, s.hosting as hebergement, s.hosting_place as lieu_hebergement,
        s.handles_personal_data as donnees_personnelles, s.apdp_status as apdp, s.apdp_number as numero_apdp,
        s.interoperability as interoperabilite, s.languages as langues, s.reversibility as reversibilite,
        s.licence, s.licence_name as nom_licence, s.support, s.demo_url as demonstration,
        s.created_at as creee_le, s.verified_at as verifiee_le
      from directory.solution s join directory.startup t on t.id = s.startup_id
      order by t.name, s.name, s.id`,
  },
  {
    file: 'usages',
    holds: 'quelle commune utilise quelle solution, confirmé par elle ou déclaré par la startup.',
    query: `select d.id, d.solution_id, s.name as solution, t.name as startup, c.name as commune,
        d.status as statut, d.since as depuis, d.ended_on as jusqu_au, d.scope as perimetre,
        d.users as utilisateurs, d.answer_note as note
      from directory.deployment d
      join directory.solution s on s.id = d.solution_id
      join directory.startup t on t.id = d.startup_id
      join directory.commune c on c.id = d.commune_id
      order by s.name, c.name, d.id`,
  },
  {
    file: 'avis',
    holds: 'les notes et les avis des communes, et les réponses des startups.',
    query: `select s.name as solution, c.name as commune, r.stars as note, r.comment as avis,
        r.created_at as donne_le, r.reply as reponse, r.replied_at as repondu_le, r.hidden_at as masque_le
      from directory.rating r
      join directory.solution s on s.id = r.solution_id
      join directory.commune c on c.id = r.commune_id
      order by s.name, c.name`,
  },
]
