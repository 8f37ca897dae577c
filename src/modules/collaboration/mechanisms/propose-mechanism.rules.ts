/** Which mechanism fits a need, and why: each is admitted or left aside with its reasons, and the first admitted is proposed. */
import type { Mechanism } from './mechanism-definitions.ts'

export interface MechanismLimits {
  readonly mechanism: Mechanism
  readonly amountMin: number | null
  /** The amount may reach it; null when there is no ceiling. */
  readonly amountMax: number | null
  readonly minimumDays: number | null
  readonly isConfirmed: boolean
}

export interface NeedFacts {
  /** FCFA; null when the commune gave no amount. */
  readonly amount: number | null
  readonly isUrgent: boolean
  readonly daysUntilWanted: number | null
  /** Communes concerned, the first included. */
  readonly communeCount: number
  /** Verified solutions whose prerequisites are met for this need. */
  readonly solutionCount: number
  /** Among them, those that a commune confirmed it uses. */
  readonly provenCount: number
}

export interface MechanismReason {
  readonly isFor: boolean
  readonly text: string
  readonly values?: Readonly<Record<string, number>>
}

export interface MechanismOpinion {
  readonly mechanism: Mechanism
  readonly isAdmitted: boolean
  readonly reasons: readonly MechanismReason[]
}

export interface MechanismAdvice {
  readonly proposed: Mechanism
  /** Every mechanism, the one proposed first, then the admitted, then those left aside. */
  readonly opinions: readonly MechanismOpinion[]
}

/** From the most particular to the most general: the first that is admitted is proposed. */
const preference: readonly Mechanism[] = [
  'tender',
  'groupedCall',
  'challenge',
  'contact',
  'pilot',
  'quotation',
  'call',
]

export function proposeMechanism(
  facts: NeedFacts,
  limits: readonly MechanismLimits[],
): MechanismAdvice {
  const opinions = preference.map((mechanism) => judge(mechanism, facts, limits))
  const admitted = opinions.filter(({ isAdmitted }) => isAdmitted)
  const aside = opinions.filter(({ isAdmitted }) => !isAdmitted)
  const [first] = admitted
  return { proposed: first?.mechanism ?? 'contact', opinions: [...admitted, ...aside] }
}

type Judge = (facts: NeedFacts) => readonly MechanismReason[]

const judges: Readonly<Record<Mechanism, Judge>> = {
  contact: ({ amount, solutionCount }) => [
    solutionCount > 0
      ? yes(
          '{count, plural, one {# solution répond} other {# solutions répondent}} au besoin : une démonstration suffit pour les voir.',
          { count: solutionCount },
        )
      : no('Aucune solution vérifiée n’est à montrer.'),
    amount === null
      ? yes('Aucun montant n’est encore donné : voir d’abord, chiffrer ensuite.')
      : no('Un montant est prévu : la commune est prête à mettre en concurrence.'),
  ],
  pilot: ({ solutionCount, provenCount }) => [
    solutionCount > 0
      ? yes('Une solution existe.')
      : no('Aucune solution vérifiée n’est à essayer.'),
    provenCount === 0
      ? yes(
          'Aucune commune n’a encore confirmé l’usage d’une solution qui répond : un essai borné réduit le risque.',
        )
      : no(
          '{count, plural, one {# solution est déjà confirmée} other {# solutions sont déjà confirmées}} par une commune : un essai n’apprendrait pas assez.',
          { count: provenCount },
        ),
  ],
  quotation: ({ provenCount }) => [
    provenCount >= 2
      ? yes('{count} solutions confirmées par des communes peuvent être comparées sur un devis.', {
          count: provenCount,
        })
      : no(
          'Moins de deux solutions sont confirmées par des communes : comparer des devis ne suffirait pas.',
        ),
  ],
  call: ({ solutionCount, isUrgent }) => [judgeOpenQuestion(solutionCount, isUrgent)],
  groupedCall: ({ communeCount }) => [
    communeCount > 1
      ? yes('{count} communes ont le même besoin.', { count: communeCount })
      : no('Aucune autre commune n’a rejoint le besoin.'),
  ],
  challenge: ({ solutionCount, isUrgent }) => [
    solutionCount === 0
      ? yes('Aucune solution vérifiée ne répond : il faut en faire naître une.')
      : no('Des solutions vérifiées répondent déjà.'),
    ...(isUrgent
      ? [no('Le besoin est urgent : une réponse à inventer demanderait trop de temps.')]
      : []),
  ],
  tender: ({ amount }) => [
    amount === null ? no('Aucun montant n’est encore donné.') : yes('Le montant est connu.'),
  ],
}

function judgeOpenQuestion(solutionCount: number, isUrgent: boolean): MechanismReason {
  if (solutionCount > 0)
    return yes('Plusieurs réponses sont possibles : les mettre en concurrence.')
  return isUrgent
    ? yes(
        'Aucune solution vérifiée ne répond et le besoin est urgent : demander à toutes les startups.',
      )
    : no('Aucune solution vérifiée ne répond encore.')
}

function judge(
  mechanism: Mechanism,
  facts: NeedFacts,
  limits: readonly MechanismLimits[],
): MechanismOpinion {
  const own = limits.find((limit) => limit.mechanism === mechanism)
  if (!own)
    return {
      mechanism,
      isAdmitted: false,
      reasons: [no('Aucune règle n’est en vigueur à ce jour.')],
    }
  const reasons = [
    ...judges[mechanism](facts),
    ...judgeAmount(facts, own),
    ...judgeTime(facts, own),
  ]
  return { mechanism, isAdmitted: reasons.every(({ isFor }) => isFor), reasons }
}

function judgeAmount(
  { amount }: NeedFacts,
  { mechanism, amountMin, amountMax }: MechanismLimits,
): MechanismReason[] {
  if (amount === null) return []
  if (mechanism === 'tender' && amountMin === null)
    return [no('Le seuil des marchés formels n’est pas encore confirmé par l’association.')]
  if (amountMin !== null && amount < amountMin)
    return [no('Le montant est sous le minimum de ce mécanisme ({limit}).', { limit: amountMin })]
  if (amountMax !== null && amount > amountMax)
    return [no('Le montant dépasse le plafond de ce mécanisme ({limit}).', { limit: amountMax })]
  return amountMin === null && amountMax === null
    ? []
    : [yes('Le montant entre dans les bornes de ce mécanisme.')]
}

function judgeTime(
  { daysUntilWanted }: NeedFacts,
  { minimumDays }: MechanismLimits,
): MechanismReason[] {
  if (daysUntilWanted === null || minimumDays === null) return []
  return daysUntilWanted < minimumDays
    ? [
        no('La date souhaitée est dans {left} jours ; ce mécanisme en demande {least} au moins.', {
          left: daysUntilWanted,
          least: minimumDays,
        }),
      ]
    : []
}

function yes(text: string, values?: Record<string, number>): MechanismReason {
  return { isFor: true, text, ...(values && { values }) }
}

function no(text: string, values?: Record<string, number>): MechanismReason {
  return { isFor: false, text, ...(values && { values }) }
}
