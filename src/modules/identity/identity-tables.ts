/** What the operator exports of identity: who is who; never a password, a code or a session. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const identityTables: readonly ExportedTable[] = [
  {
    file: 'organisations',
    holds: 'communes, startups, association, administrations et partenaires.',
    query: `select id, kind as genre, name as nom, created_at as creee_le
      from identity.organisation order by kind, name, id`,
  },
  {
    file: 'personnes',
    holds: 'les personnes qui ont un compte.',
    isPersonal: true,
    query: `select id, full_name as nom, email as courriel, phone as telephone, locale as langue,
        created_at as creee_le, disabled_at as fermee_le
      from identity.person order by full_name, id`,
  },
  {
    file: 'cles',
    holds:
      'les clés d’accès des systèmes des organisations : droits, durée, dernière utilisation ; jamais la clé.',
    isPersonal: true,
    query: `select k.id, k.organisation_id, k.name as nom, k.scopes as droits, k.created_by as creee_par_id,
        k.created_at as creee_le, k.expires_at as expire_le, k.last_used_at as utilisee_le, k.revoked_at as revoquee_le
      from identity.api_key k order by k.organisation_id, k.created_at, k.id`,
    organisations: { organisation_id: 'organisation' },
  },
  {
    file: 'membres',
    holds: 'qui agit pour quelle organisation, avec quel rôle, depuis et jusqu’à quand.',
    isPersonal: true,
    query: `select m.person_id as personne_id, p.full_name as personne, m.organisation_id, m.role,
        m.created_at as depuis, m.ended_at as jusqu_a
      from identity.membership m join identity.person p on p.id = m.person_id
      order by m.organisation_id, p.full_name, m.id`,
    organisations: { organisation_id: 'organisation' },
  },
]
