/** What the operator's export holds of letters. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const letterTables: readonly ExportedTable[] = [
  {
    file: 'lettres-de-cadrage',
    holds: 'Les lettres de cadrage, tous statuts confondus.',
    query: `select id, reference, commune_id, year, number, status, signatory, plan_id, corrects_id, is_published,
      created_at, signed_at, transmitted_at from planning.letter order by commune_id, year, number`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'lettres-de-cadrage-lignes',
    holds: 'Les lignes numériques nommées dans les lettres de cadrage.',
    query: `select line.letter_id, letter.reference, line.commune_id, letter.year, line.position, line.title, line.account,
      line.section, line.source, line.amount, line.department, line.justification, line.plan_action_id
      from planning.letter_line line join planning.letter letter on letter.id = line.letter_id
      order by letter.reference, line.position`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'lettres-de-cadrage-plafonds',
    holds: 'Les plafonds par service des lettres de cadrage.',
    query: `select ceiling.letter_id, letter.reference, ceiling.commune_id, letter.year, ceiling.department, ceiling.running,
      ceiling.investment, ceiling.note
      from planning.letter_ceiling ceiling join planning.letter letter on letter.id = ceiling.letter_id
      order by letter.reference, ceiling.position`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'lettres-de-cadrage-signatures',
    holds: 'Qui a signé chaque lettre de cadrage, quand et par quel moyen.',
    isPersonal: true,
    query: `select letter_id, commune_id, person_name, person_role, means, document_sha256, signed_at
      from planning.letter_signature order by signed_at`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'lettre-modele',
    holds: 'Les versions de la lettre de cadrage modèle de l’association.',
    query: `select id, number, title, addressees, signatory, departments, reason, status, published_at
      from planning.model_letter order by number`,
  },
  {
    file: 'lettres-de-letat',
    holds: 'Les lettres de cadrage de l’État, telles que l’association les a résumées.',
    query: `select id, year, issuer, reference, signed_on, summary, recorded_at, withdrawn_at
      from planning.state_letter order by year, signed_on`,
  },
]
