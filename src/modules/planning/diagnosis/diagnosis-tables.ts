/** What the operator exports of diagnoses: what is published, and the answers of confirmed ones, comments included. */
import type { ExportedTable } from '#platform/tables/export-tables.ts'

export const diagnosisTables: readonly ExportedTable[] = [
  {
    file: 'diagnostics',
    holds: 'les niveaux confirmés des communes, par axe, de 0 à 5.',
    query: `select d.reference, r.commune_id, r.category as categorie, r.year as annee,
        r.questionnaire_number as version_questionnaire, r.overall as ensemble,
        r.levels ->> 'governance' as gouvernance, r.levels ->> 'connectivity' as connexion,
        r.levels ->> 'applications' as applications, r.levels ->> 'services' as services,
        r.levels ->> 'skills' as competences, r.levels ->> 'security' as securite,
        r.levels ->> 'finance' as finances, r.levels ->> 'participation' as participation,
        r.is_latest as dernier, r.confirmed_at as confirme_le
      from planning.diagnosis_result r join planning.diagnosis d on d.id = r.diagnosis_id
      order by d.reference`,
    organisations: { commune_id: 'commune' },
  },
  {
    file: 'diagnostics-reponses',
    holds: 'les réponses des diagnostics confirmés, avec leurs commentaires.',
    isPersonal: true,
    query: `select d.reference, d.commune_id, a.question_code as question, a.value as reponse,
        a.is_unknown as ne_sait_pas, a.comment as commentaire, a.answered_at as repondu_le
      from planning.diagnosis_answer a join planning.diagnosis d on d.id = a.diagnosis_id
      where d.status = 'confirmed' order by d.reference, a.question_code`,
    organisations: { commune_id: 'commune' },
  },
]
