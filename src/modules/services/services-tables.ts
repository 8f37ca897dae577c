/** What the operator exports of municipal services. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const servicesTables: readonly ExportedTable[] = [
  {
    file: 'services-des-communes',
    holds: 'comment chaque commune rend chaque service.',
    query: `select commune_id, service_code as service, level as niveau, since as depuis, place as ou, url as adresse,
        solution_id, project_id as projet, is_to_confirm as a_confirmer, delay_days as delai_jours, note, updated_at as modifie_le
      from services.offer order by commune_id, service_code`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'services-changements',
    holds: 'chaque changement de niveau d’un service, avec sa date et sa cause.',
    query: `select commune_id, service_code as service, from_level as avant, to_level as apres, cause, project_id as projet,
        occurred_at as le
      from services.offer_change order by occurred_at, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'tarifs',
    holds: 'les tarifs des services, avec leur délibération ; les annulés aussi.',
    query: `select commune_id, service_code as service, label as objet, amount as montant, deliberation_number as deliberation,
        deliberation_date as date_deliberation, valid_from as du, valid_until as au, annulled_on as annule_le,
        annulled_reason as motif, source
      from services.fee order by commune_id, service_code, label, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'demarches',
    holds: 'les démarches des communes, avec leur état et le motif d’une suspension.',
    query: `select id, commune_id, service_code as service, status as etat, status_reason as motif, revision, created_at as cree_le,
        updated_at as modifie_le
      from services.procedure order by commune_id, service_code`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'demarches-revisions',
    holds: 'chaque révision publiée d’une démarche, telle qu’elle a été publiée.',
    query: `select procedure_id as demarche, number as revision, commune_id, definition, published_at as publie_le
      from services.procedure_revision order by procedure_id, number`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'demandes',
    holds: 'les demandes reçues, avec leur état et leurs dates ; ni les réponses, ni qui demande.',
    query: `select reference, commune_id, service_code as service, revision, status as etat, department as service_instructeur,
        received_at as recue_le, due_on as echeance, paused_days as jours_arretes, decision, decided_at as decidee_le,
        is_tacit as tacite, purged_at as effacee_le
      from services.request where received_at is not null order by received_at, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'demandes-etapes',
    holds: 'chaque étape de chaque demande, avec sa date.',
    query: `select request.reference as demande, event.commune_id, event.step as etape, event.from_status as avant,
        event.to_status as apres, event.occurred_at as le
      from services.request_event event join services.request request on request.id = event.request_id
      where request.received_at is not null order by event.occurred_at, event.id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'demandes-effacements',
    holds: 'ce qui a été effacé des demandes, et par quelle règle.',
    query: `select request_id as demande, commune_id, kind as regle, files as fichiers, occurred_at as le
      from services.request_purge order by occurred_at, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'actes',
    holds:
      'le registre des actes : numéro, titre, dates, et s’ils valent encore ; ni le texte, ni à qui.',
    query: `select act.reference, act.commune_id, request.reference as demande, act.title as titre, act.capacity as qualite,
        act.signed_at as signe_le, act.revoked_at as retire_le
      from services.act act join services.request request on request.id = act.request_id order by act.signed_at, act.id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'signalements',
    holds:
      'les signalements reçus, avec leur état, leur service et leurs dates ; ni le texte, ni le lieu exact, ni qui a signalé.',
    query: `select report.reference, report.commune_id, report.category as categorie, report.status as etat,
        report.channel as canal, report.department as service, report.arrondissement, report.visibility as public,
        target.reference as regroupe_avec, report.supports as moi_aussi, report.received_at as recu_le,
        report.answered_at as premiere_reponse_le, report.closed_at as fini_le, report.purged_at as efface_le
      from services.report report left join services.report target on target.id = report.merged_into
      order by report.received_at, report.id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'signalements-etapes',
    holds: 'chaque étape de chaque signalement, avec sa date.',
    query: `select report.reference as signalement, event.commune_id, event.step as etape, event.from_status as avant,
        event.to_status as apres, event.occurred_at as le
      from services.report_event event join services.report report on report.id = event.report_id
      order by event.occurred_at, event.id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'signalements-effacements',
    holds: 'ce qui a été effacé des signalements, et par quelle règle.',
    query: `select report_id as signalement, commune_id, kind as regle, files as fichiers, occurred_at as le
      from services.report_purge order by occurred_at, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'recettes',
    holds:
      'ce que les guichets ont encaissé pour les demandes, avec les remboursements ; ni qui a payé.',
    query: `select payment.quittance, payment.commune_id, request.reference as demande, payment.service_code as service,
        payment.amount as montant, payment.method as moyen, payment.paid_at as paye_le, payment.refunded_at as rembourse_le,
        payment.refund_reason as motif
      from services.payment payment join services.request request on request.id = payment.request_id
      order by payment.paid_at, payment.id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'paiements-essais',
    holds: 'chaque essai de paiement par mobile money, tel que l’opérateur l’a confirmé.',
    query: `select gateway as operateur, gateway_reference as transaction, commune_id, amount as montant, status as etat,
        started_at as commence_le, settled_at as regle_le
      from services.payment_attempt order by started_at, id`,
    organisations: { commune_id: 'commune' },
  },
]
