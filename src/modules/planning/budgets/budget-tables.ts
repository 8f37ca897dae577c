/** What the operator exports of digital budgets. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const budgetTables: readonly ExportedTable[] = [
  {
    file: 'budgets-numeriques',
    holds: 'les budgets numériques des communes, leur état et le budget entier.',
    query: `select id, reference, commune_id, year as annee, status as etat, current_version as version,
        total_investment as investissement_total, total_running as fonctionnement_total, created_at as ouvert_le
      from planning.budget order by commune_id, year`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'budgets-lignes',
    holds: 'les lignes des budgets numériques, dans chacune de leurs versions.',
    query: `select line.id, line.budget_id, line.commune_id, line.budget_version as version, line.number as ligne,
        coalesce(line.voted_account_label, account.label) as compte, line.section, line.source_code as source, line.department as service,
        line.label as libelle, line.amount as montant, line.is_voted as votee, line.justification
      from planning.budget_line line join planning.account on account.id = line.account_id
      order by line.budget_id, line.budget_version, line.number`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'budgets-votes',
    holds: 'les votes des conseils : budgets et décisions modificatives.',
    query: `select id, budget_id, commune_id, number as version, voted_on as vote_le, deliberation, reason as motif
      from planning.budget_vote order by budget_id, number`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'budgets-execution',
    holds: 'les situations des lignes : engagé et payé depuis janvier, à une date.',
    query: `select id, budget_id, commune_id, line_key as ligne_id, as_of as situation_au, committed as engage, paid as paye,
        recorded_at as enregistre_le
      from planning.budget_entry order by budget_id, as_of, id`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'parts-conseillees',
    holds: 'les parts du budget conseillées au numérique, par catégorie.',
    query: `select id, category as categorie, valid_from as a_partir_du, share_per_mille as pour_mille,
        is_confirmed as confirmee, source, reason as raison
      from planning.budget_guidance order by category, valid_from`,
  },
]
