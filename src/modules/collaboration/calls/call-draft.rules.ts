/** The first draft of a call, from its need: nobody types the same thing twice. */
import type { Need } from '../needs/need.schema.ts'
import type { Call, CallMechanism } from './call.schema.ts'

type NeedTexts = Pick<
  Need,
  | 'title'
  | 'problem'
  | 'currentSituation'
  | 'beneficiaries'
  | 'expectedOutcome'
  | 'otherConstraints'
  | 'domains'
  | 'budgetMin'
  | 'budgetMax'
  | 'mustWorkOffline'
  | 'handlesPersonalData'
  | 'hosting'
>

export type DraftedCall = Pick<
  Call,
  'title' | 'purpose' | 'requirements' | 'domains' | 'budgetMin' | 'budgetMax' | 'mechanism'
>

/** Sentences of the draft are the commune's to change: they are written in French, as data. */
export function draftCall(need: NeedTexts, mechanism: CallMechanism): DraftedCall {
  const { title, domains, budgetMin, budgetMax } = need
  return {
    title: title.slice(0, 120),
    purpose: joinTexts([
      need.problem,
      need.currentSituation && `Aujourd’hui : ${need.currentSituation}`,
      need.beneficiaries && `Personnes concernées : ${need.beneficiaries}`,
      need.expectedOutcome && `Résultat attendu : ${need.expectedOutcome}`,
    ]).slice(0, 6000),
    requirements: joinTexts([
      listRequirements(need)
        .map((requirement) => `- ${requirement}`)
        .join('\n'),
      need.otherConstraints,
    ]).slice(0, 10_000),
    domains,
    budgetMin,
    budgetMax,
    mechanism,
  }
}

const hostingRequirements: Readonly<Record<string, string>> = {
  commune: 'Les données sont hébergées à la commune.',
  benin: 'Les données sont hébergées au Bénin.',
  africa: 'Les données sont hébergées en Afrique.',
}

function listRequirements(need: NeedTexts): string[] {
  const { mustWorkOffline, handlesPersonalData, hosting } = need
  return [
    'La proposition décrit la méthode, le calendrier, l’équipe et la formation des agents.',
    'La proposition dit comment la commune récupère ses données à la fin.',
    ...(mustWorkOffline ? ['Le travail continue pendant les coupures de réseau.'] : []),
    ...(handlesPersonalData ? ['La déclaration à l’APDP est jointe ou en cours.'] : []),
    ...(hostingRequirements[hosting] ? [hostingRequirements[hosting]] : []),
  ]
}

function joinTexts(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}

/** Criteria to start from: 100 together, to be changed at will. */
export const firstCriteria = [
  {
    kind: 'quality',
    label: 'Réponse au problème',
    guidance: 'Ce qui est proposé résout le problème décrit, et le montre par des exemples.',
    weight: 40,
  },
  {
    kind: 'quality',
    label: 'Mise en œuvre et formation',
    guidance: 'Calendrier tenable, équipe présente, agents formés, reprise des données.',
    weight: 20,
  },
  {
    kind: 'quality',
    label: 'Réversibilité et données',
    guidance: 'La commune garde ses données et peut changer de solution sans les perdre.',
    weight: 10,
  },
  { kind: 'price', label: 'Prix', guidance: '', weight: 30 },
] as const
