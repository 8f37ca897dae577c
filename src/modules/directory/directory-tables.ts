/** What the operator exports of the directory. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'
import { catalogueTables } from './catalogue-tables.ts'

export const directoryTables: readonly ExportedTable[] = [
  {
    file: 'communes',
    holds: 'les communes, leur population et ce qu’elles disent de leurs moyens.',
    query: `select c.id, c.code, c.name as nom, d.name as departement, c.category as categorie,
        c.population, c.households as menages, c.population_year as annee_population,
        c.latitude, c.longitude, p.connectivity as connexion, p.workstations as postes,
        p.it_staff as informaticiens, p.has_backup_power as secours_electrique, p.languages as langues,
        p.website as site, p.contact_email as courriel, p.contact_phone as telephone
      from directory.commune c
      join directory.department d on d.code = c.department_code
      left join directory.commune_profile p on p.commune_id = c.id
      order by c.code`,
  },
  {
    file: 'arrondissements',
    holds: 'les arrondissements et leur population.',
    query: `select a.code, a.name as nom, c.code as code_commune, c.name as commune, a.population
      from directory.arrondissement a join directory.commune c on c.id = a.commune_id order by a.code`,
  },
  {
    file: 'domaines',
    holds: 'les domaines dans lesquels solutions et besoins sont rangés.',
    query: 'select code, label as libelle, description from directory.domain order by position',
  },
  {
    file: 'services',
    holds: 'les services municipaux qu’une solution peut couvrir.',
    query: `select code, label as libelle, domain_code as domaine
      from directory.municipal_service order by code`,
  },
  {
    file: 'startups',
    holds: 'les startups, quel que soit leur statut.',
    query: `select s.id, s.name as nom, s.status as statut, s.status_reason as motif, s.ifu, s.rccm,
        s.legal_form as forme, s.founded_on as creee_le, s.presentation, c.name as commune,
        s.address as adresse, s.website as site, s.email as courriel, s.phone as telephone,
        s.domains as domaines, s.team_size as effectif, s.label_number as label,
        s.label_issued_on as label_depuis, s.label_expires_on as label_jusqu_au,
        s.created_at as inscrite_le, s.verified_at as verifiee_le
      from directory.startup s left join directory.commune c on c.id = s.commune_id
      order by s.name, s.id`,
  },
  ...catalogueTables,
]
