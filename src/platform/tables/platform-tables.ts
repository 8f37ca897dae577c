/** What the operator exports of the platform itself. */
import type { ExportedTable } from './export-tables.ts'

export const platformTables: readonly ExportedTable[] = [
  {
    file: 'fichiers',
    holds: 'les fichiers déposés ; leur contenu est dans les sauvegardes, sous leur empreinte.',
    query: `select id, name as nom, media_type as type, size_bytes as octets, sha256 as empreinte,
        organisation_id, is_public as public, created_at as depose_le
      from platform.file order by created_at, id`,
    organisations: { organisation_id: 'organisation' },
  },
  {
    file: 'journal',
    holds: 'le journal d’audit : qui a fait quoi, quand.',
    isPersonal: true,
    query: `select chain as chaine, sequence as ligne, occurred_at as moment, actor_id as personne_id,
        organisation_id, action, subject_kind as objet, subject_id as objet_id, hash as empreinte
      from platform.audit_line order by chain, sequence`,
    organisations: { organisation_id: 'organisation' },
  },
]
