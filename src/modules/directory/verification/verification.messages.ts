/** What each step of a verification tells the people concerned: what happened, why, and what to do next. */
import type { VerificationStep } from './verification.workflow.ts'

export interface FileName {
  readonly kind: 'startup' | 'solution'
  readonly name: string
}

export interface StepMessage {
  readonly to: 'startup' | 'association'
  readonly subject: string
  readonly text: string
}

type Wording = (file: string, reason: string, kind: FileName['kind']) => StepMessage

const wordings: Partial<Record<VerificationStep, Wording>> = {
  submit: toAssociation(
    'À vérifier',
    (file) =>
      `${file} attend votre vérification. Ouvrez le dossier, puis vérifiez-le ou demandez des corrections.`,
  ),
  resubmit: toAssociation(
    'Corrigé, à vérifier',
    (file) => `${file} a été corrigé et attend de nouveau votre vérification.`,
  ),
  revise: toAssociation(
    'Modifié après vérification',
    (file, reason) =>
      `${file}, déjà vérifié, vient d’être modifié. ${reason} Si ces changements posent problème, suspendez la fiche en disant pourquoi.`,
  ),
  amend: toAssociation(
    'Modifié pendant la suspension',
    (file, reason) =>
      `${file}, suspendu, vient d’être modifié. ${reason} Relisez le dossier : s’il est en règle, rétablissez-le.`,
  ),
  verify: toStartup('Vérifié', (file, _reason, kind) =>
    kind === 'startup'
      ? `${file} est vérifié : votre fiche est publique. Présentez maintenant vos solutions et soumettez-les.`
      : `${file} est vérifié : la fiche est publique dans le catalogue et les communes peuvent vous contacter. Annoncez les communes qui l’utilisent déjà.`,
  ),
  requestEdits: toStartup(
    'À corriger',
    (file, reason) =>
      `${file} ne peut pas encore être vérifié. Motif : ${reason} Corrigez ces points, puis soumettez de nouveau.`,
  ),
  reject: toStartup(
    'Refusé',
    (file, reason) =>
      `${file} est refusé. Motif : ${reason} Vous pouvez rouvrir le dossier, le reprendre et le soumettre de nouveau.`,
  ),
  suspend: toStartup(
    'Suspendu',
    (file, reason) =>
      `${file} est suspendu et n’est plus public. Motif : ${reason} Modifiez ce qui est en cause : le secrétariat en sera prévenu et pourra rétablir la fiche.`,
  ),
  reinstate: toStartup(
    'Rétabli',
    (file) => `${file} est rétabli : la fiche est de nouveau publique.`,
  ),
}

/** Undefined for the steps that concern nobody but the person who takes them. */
export function messageOf(
  step: VerificationStep,
  { kind, name }: FileName,
  reason = '',
): StepMessage | undefined {
  const file =
    kind === 'startup'
      ? `Le dossier de la startup « ${name} »`
      : `Le dossier de la solution « ${name} »`
  return wordings[step]?.(file, endSentence(reason), kind)
}

type Text = (file: string, reason: string, kind: FileName['kind']) => string

function toAssociation(subject: string, text: Text): Wording {
  return (file, reason, kind) => ({ to: 'association', subject, text: text(file, reason, kind) })
}

function toStartup(subject: string, text: Text): Wording {
  return (file, reason, kind) => ({ to: 'startup', subject, text: text(file, reason, kind) })
}

/** What somebody wrote becomes a sentence of the message. */
function endSentence(reason: string): string {
  const trimmed = reason.trim()
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
