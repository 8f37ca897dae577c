/** What the operator exports of connectivity. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

const organisations = { commune_id: 'commune' }

export const connectivityTables: readonly ExportedTable[] = [
  {
    file: 'lieux',
    holds: 'les lieux de chaque commune, leur énergie et leur position.',
    query: `select id, commune_id, name as nom, kind as genre, arrondissement_code as code_arrondissement, latitude, longitude,
        power as energie, power_hours as heures_par_jour, closed_on as ferme_le, created_at as ajoute_le
      from planning.site order by commune_id, name, id`,
    organisations,
  },
  {
    file: 'liens',
    holds: 'les connexions de chaque lieu, leur fournisseur, leur débit promis et leur coût.',
    query: `select l.id, l.commune_id, l.site_id, s.name as lieu, l.technology as technologie, p.name as fournisseur,
        l.down_kbps as descendant_kbps, l.up_kbps as montant_kbps, l.monthly_cost as cout_mensuel, l.since as depuis,
        l.until as jusqu_au, l.has_shared_wifi as wifi_partage
      from planning.link l join planning.site s on s.id = l.site_id join planning.provider p on p.code = l.provider_code
      order by l.commune_id, s.name, l.id`,
    organisations,
  },
  {
    file: 'mesures',
    holds: 'les mesures de débit et de latence, et qui les a prises.',
    isPersonal: true,
    query: `select m.id, m.commune_id, m.site_id, s.name as lieu, m.link_id, m.taken_at as mesure_le, m.source,
        m.down_kbps as descendant_kbps, m.up_kbps as montant_kbps, m.latency_ms as latence_ms, m.bytes_used as octets,
        m.recorded_by as personne_id
      from planning.measurement m join planning.site s on s.id = m.site_id order by m.taken_at, m.id`,
    organisations,
  },
  {
    file: 'coupures',
    holds: 'les coupures des connexions, leur durée et leur cause.',
    query: `select o.id, o.commune_id, o.site_id, s.name as lieu, o.link_id, o.began_at as debut, o.ended_at as fin,
        o.cause, o.note
      from planning.outage o join planning.site s on s.id = o.site_id order by o.began_at, o.id`,
    organisations,
  },
  {
    file: 'hypotheses-connectivite',
    holds:
      'les niveaux requis et les coûts avec lesquels l’écart de connectivité est chiffré, et leurs sources.',
    query: `select key as hypothese, valid_from as valable_depuis, value as valeur, source, is_confirmed as confirmee,
        reason as motif from planning.connectivity_assumption order by key, valid_from`,
  },
]
