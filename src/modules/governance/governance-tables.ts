/** What the operator exports of sessions and of recommendations. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const governanceTables: readonly ExportedTable[] = [
  {
    file: 'campagnes',
    holds: 'Les campagnes de l’association, avec leurs conditions et leur état.',
    query: `select reference, title as titre, body as message, sms, solution_ids as solutions, domains as domaines, channels as moyens,
        roles as fonctions, categories, departments as departements, need_domains as besoins, axis as axe, at_least as au_moins,
        at_most as au_plus, stage as etape, status as etat, started_at as commencee_le, ended_at as finie_le
      from governance.campaign order by reference`,
  },
  {
    file: 'adoption',
    holds: 'Les étapes franchies par chaque commune avec chaque solution, et ce qui les montre.',
    query: `select solution_id, commune_id, startup_id, stage as etape, first_at as depuis, source_kind as d_apres
      from governance.adoption_step order by solution_id, commune_id, rank`,
    organisations: { commune_id: 'commune', startup_id: 'startup' },
  },
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
  {
    file: 'sessions-invitations',
    holds:
      'Les invitations aux sessions, par qualité et par organisation, avec la réponse et les présents.',
    query: `select session.reference, invitation.kind as qualite, invitation.organisation_id, invitation.guest as fonction,
        invitation.sent_at as envoyee_le, invitation.answer as reponse, invitation.seats as attendus, invitation.represented_by
        as representant, invitation.present as presents
      from governance.invitation invitation join governance.session session on session.id = invitation.session_id
      order by session.reference, invitation.kind, invitation.id`,
    organisations: { organisation_id: 'organisation' },
  },
  {
    file: 'recommandations',
    holds:
      'Les recommandations des commissions, avec leur destinataire, leur échéance et leur état.',
    query: `select recommendation.reference, session.reference as session, recommendation.title as texte, recommendation.addressee
        as destinataire, recommendation.owner as portee_par, recommendation.due_on as echeance, recommendation.indicator as indicateur,
        recommendation.measure as chiffre, recommendation.target as cible, recommendation.status as etat, recommendation.source
      from governance.recommendation recommendation join governance.session session on session.id = recommendation.session_id
      order by recommendation.reference`,
  },
  {
    file: 'recommandations-suites',
    holds: 'Ce que chaque session a su des recommandations précédentes.',
    query: `select recommendation.reference, session.reference as session, told.status as etat, told.note
      from governance.recommendation_follow_up told
        join governance.recommendation recommendation on recommendation.id = told.recommendation_id
        join governance.session session on session.id = told.session_id
      order by recommendation.reference, session.reference`,
  },
  {
    file: 'referentiels-changements',
    holds:
      'Les changements des listes de l’association : ce qui fut proposé, relu, mis en vigueur.',
    query: `select reference, list_code as liste, entry_key as code, entry_label as entree, kind as nature, status as etat,
        takes_effect_on as date_effet, content as contenu, source, source_date as date_source, source_url as adresse_source,
        reason as raison, status_reason as motif, created_at as propose_le, applied_at as en_vigueur_le
      from governance.reference_change order by reference`,
  },
  {
    file: 'referentiels-versions',
    holds: 'Ce que disait chaque entrée des listes de l’association, de quand à quand.',
    query: `select list_code as liste, entry_key as code, valid_from as du, valid_until as au, content as contenu, source,
        source_date as date_source, source_url as adresse_source, reason as raison
      from governance.reference_version order by list_code, entry_key, valid_from`,
  },
  {
    file: 'indicateurs',
    holds:
      'Les valeurs des indicateurs, relevé après relevé : du pays, des départements, des catégories, des communes.',
    query: `select day as jour, indicator as indicateur, group_key as groupe, commune_id, value as valeur, numerator as numerateur,
        denominator as denominateur
      from governance.indicator_value order by day, indicator, group_key, commune_id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'sensibilisation-ressources',
    holds:
      'La bibliothèque de la sensibilisation, avec son état et le nombre de communes qui ont ouvert chaque ressource.',
    query: `select resource.id, resource.reference, resource.kind as nature, resource.author_organisation_id, resource.commune_id,
        resource.startup_id, resource.solution_id, resource.project_id, resource.title as titre, resource.summary as resume,
        resource.body as texte, array_to_string(resource.domains, ' ') as domaines, array_to_string(resource.services, ' ') as services,
        array_to_string(resource.audiences, ' ') as publics, resource.video_url as video, resource.video_minutes as minutes,
        resource.video_megabytes as megaoctets, resource.status as etat, resource.published_at as publiee_le,
        (select count(*) from governance.resource_reading reading where reading.resource_id = resource.id) as communes
      from governance.resource resource order by resource.reference`,
    organisations: {
      author_organisation_id: 'auteur',
      commune_id: 'commune',
      startup_id: 'startup',
    },
  },
]
