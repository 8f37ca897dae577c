/** The words of the editor of procedures. */
import type { Tone } from '#web/components/index.tsx'
import type { DefinitionChange } from '../procedures/compare-definitions.rules.ts'
import type { FieldType } from '../procedures/procedure.types.ts'
import type { ProcedureStatus } from '../procedures/procedure.workflow.ts'

export const statusLabels: Readonly<Record<ProcedureStatus, string>> = {
  draft: 'En préparation',
  open: 'Ouverte',
  suspended: 'Suspendue',
}

export const statusTones: Readonly<Record<ProcedureStatus, Tone>> = {
  draft: 'neutral',
  open: 'success',
  suspended: 'warning',
}

/** In the order they are offered: the most used first. */
export const typeLabels: Readonly<Record<FieldType, string>> = {
  text: 'Texte court',
  longText: 'Texte long',
  choice: 'Une réponse parmi plusieurs',
  multipleChoice: 'Plusieurs réponses',
  yesNo: 'Oui ou non',
  number: 'Nombre',
  money: 'Montant en FCFA',
  date: 'Date',
  file: 'Document à joindre',
  photo: 'Photo',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  npi: 'Numéro personnel d’identification (NPI)',
  address: 'Adresse dans la commune',
  commune: 'Commune du Bénin',
  place: 'Lieu sur le terrain',
  dependentChoice: 'Réponses selon une autre question',
  block: 'Questions à répéter',
  signature: 'Signature',
  title: 'Titre',
  explanation: 'Explication',
}

export const typeHints: Partial<Record<FieldType, string>> = {
  block: 'Témoins, enfants, véhicules : les mêmes questions pour chacun.',
  dependentChoice: 'Le quartier selon l’arrondissement, le modèle selon la marque.',
  place: 'Un repère et, si l’on peut, des coordonnées.',
  title: 'Sépare les questions ; ne demande rien.',
  explanation: 'Un conseil à lire ; ne demande rien.',
}

export const periodLabels = { past: 'Déjà passée', future: 'Pas encore passée' } as const

export const prefillLabels = {
  name: 'Le nom de l’usager',
  phone: 'Le téléphone de l’usager',
  email: 'L’adresse électronique de l’usager',
} as const

export const changeLabels: Readonly<Record<DefinitionChange['kind'], string>> = {
  added: 'Ajouté',
  removed: 'Retiré',
  changed: 'Modifié',
  moved: 'Déplacé',
}

/** The parts of a procedure, of a screen or of a question, as a comparison names them. */
export const partLabels: Readonly<Record<string, string>> = {
  title: 'intitulé',
  summary: 'présentation',
  outcome: 'ce que l’on reçoit',
  documents: 'pièces à fournir',
  regulations: 'textes',
  steps: 'étapes',
  fee: 'tarifs',
  routing: 'service qui répond',
  timeLimit: 'délai',
  act: 'modèle d’acte',
  label: 'intitulé',
  hint: 'aide',
  isRequired: 'obligation de répondre',
  when: 'condition',
  type: 'type de réponse',
  choices: 'réponses proposées',
  dependsOn: 'question dont elle dépend',
  min: 'minimum',
  max: 'maximum',
  maxLength: 'longueur',
  maxMegabytes: 'poids du fichier',
  isIdentity: 'effacement à la décision',
  period: 'période',
  prefill: 'réponse déjà connue',
}

/** What is not a publication, in the history of a procedure. */
export const stepLabels: Readonly<Record<string, string>> = {
  suspend: 'Suspendue',
  resume: 'Rouverte',
}
