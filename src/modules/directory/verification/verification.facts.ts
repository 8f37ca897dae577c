/** What the server establishes before a step of the verification, and what it says when it cannot. */
import type { SolutionFact, VerificationFact, VerificationStep } from './verification.workflow.ts'

export const shortestReason = 20

export const missingFacts: Readonly<Record<SolutionFact, string>> = {
  fileIsComplete: 'Le dossier est incomplet : complétez les points signalés, puis soumettez-le.',
  reasonIsGiven: `Expliquez votre décision en ${shortestReason} caractères au moins.`,
  verifierIsIndependent:
    'Vous êtes membre de cette startup : une autre personne du secrétariat doit décider.',
  changesAreNamed: 'Rien n’a changé.',
  startupIsVerified: 'La startup n’est pas vérifiée : vérifiez d’abord l’entreprise.',
}

export function hasReason(reason: string | undefined): boolean {
  return (reason ?? '').trim().length >= shortestReason
}

/** The facts that follow from the words that come with a step. */
export function factsOfReason(
  reason: string | undefined,
): Pick<Record<VerificationFact, boolean>, 'reasonIsGiven' | 'changesAreNamed'> {
  return { reasonIsGiven: hasReason(reason), changesAreNamed: Boolean(reason) }
}

/**
 * What the row keeps of a reason: a decision against the file stays in sight until it is lifted,
 * an edit does not hide it.
 */
export function reasonToKeep(
  step: VerificationStep,
  reason: string | undefined,
): { statusReason?: string | null } {
  if (step === 'requestEdits' || step === 'reject' || step === 'suspend')
    return { statusReason: reason ?? null }
  const lifts =
    step === 'submit' || step === 'resubmit' || step === 'verify' || step === 'reinstate'
  return lifts ? { statusReason: null } : {}
}
