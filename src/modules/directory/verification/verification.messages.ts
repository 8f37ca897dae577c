/** What each step of a verification tells the people concerned: what happened, why, and what to do next. */
import { t, type Words } from '#platform/i18n.ts'
import type { VerificationStep } from './verification.workflow.ts'

export interface FileName {
  readonly kind: 'startup' | 'solution'
  readonly name: string
}

export interface StepMessage {
  readonly to: 'startup' | 'association'
  readonly subject: Words
  readonly text: Words
}

type Wording = (file: Words, reason: string, kind: FileName['kind']) => StepMessage

const wordings: Partial<Record<VerificationStep, Wording>> = {
  submit: toAssociation('À vérifier', (file) =>
    t(
      '{file} attend votre vérification. Ouvrez le dossier, puis vérifiez-le ou demandez des corrections.',
      { file },
    ),
  ),
  resubmit: toAssociation('Corrigé, à vérifier', (file) =>
    t('{file} a été corrigé et attend de nouveau votre vérification.', { file }),
  ),
  revise: toAssociation('Modifié après vérification', (file, reason) =>
    t(
      '{file}, déjà vérifié, vient d’être modifié. {reason} Si ces changements posent problème, suspendez la fiche en disant pourquoi.',
      { file, reason },
    ),
  ),
  amend: toAssociation('Modifié pendant la suspension', (file, reason) =>
    t(
      '{file}, suspendu, vient d’être modifié. {reason} Relisez le dossier : s’il est en règle, rétablissez-le.',
      { file, reason },
    ),
  ),
  verify: toStartup('Vérifié', (file, _reason, kind) =>
    kind === 'startup'
      ? t(
          '{file} est vérifié : votre fiche est publique. Présentez maintenant vos solutions et soumettez-les.',
          { file },
        )
      : t(
          '{file} est vérifié : la fiche est publique dans le catalogue et les communes peuvent vous contacter. Annoncez les communes qui l’utilisent déjà.',
          { file },
        ),
  ),
  requestEdits: toStartup('À corriger', (file, reason) =>
    t(
      '{file} ne peut pas encore être vérifié. Motif : {reason} Corrigez ces points, puis soumettez de nouveau.',
      { file, reason },
    ),
  ),
  reject: toStartup('Refusé', (file, reason) =>
    t(
      '{file} est refusé. Motif : {reason} Vous pouvez rouvrir le dossier, le reprendre et le soumettre de nouveau.',
      { file, reason },
    ),
  ),
  suspend: toStartup('Suspendu', (file, reason) =>
    t(
      '{file} est suspendu et n’est plus public. Motif : {reason} Modifiez ce qui est en cause : le secrétariat en sera prévenu et pourra rétablir la fiche.',
      { file, reason },
    ),
  ),
  reinstate: toStartup('Rétabli', (file) =>
    t('{file} est rétabli : la fiche est de nouveau publique.', { file }),
  ),
}

/** Undefined for the steps that concern nobody but the person who takes them. */
export function messageOf(
  step: VerificationStep,
  { kind, name }: FileName,
  reason = '',
): StepMessage | undefined {
  const file = () =>
    kind === 'startup'
      ? t('Le dossier de la startup « {name} »', { name })
      : t('Le dossier de la solution « {name} »', { name })
  return wordings[step]?.(file, endSentence(reason), kind)
}

type Text = (file: string, reason: string, kind: FileName['kind']) => string

function toAssociation(title: string, text: Text): Wording {
  return (file, reason, kind) => ({
    to: 'association',
    subject: () => t(title),
    text: () => text(file(), reason, kind),
  })
}

function toStartup(title: string, text: Text): Wording {
  return (file, reason, kind) => ({
    to: 'startup',
    subject: () => t(title),
    text: () => text(file(), reason, kind),
  })
}

/** What somebody wrote becomes a sentence of the message. */
function endSentence(reason: string): string {
  const trimmed = reason.trim()
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
