/** What cannot be done without. Not met, a prerequisite is shown and ranks the solution last; it never hides it. */
import {
  type Connectivity,
  connectivityLabels,
  type Hosting,
  hostingLabels,
  meetsConnectivity,
} from '#modules/directory/index.ts'
import { needHostingLabels } from '../needs/need.labels.ts'
import type { NeedFacts, Prerequisite, SolutionFacts } from './matching.types.ts'

/** Null where the need or the solution asks nothing. */
type Check = (need: NeedFacts, solution: SolutionFacts) => Prerequisite | null

const checks: readonly Check[] = [
  checkConnectivity,
  checkOffline,
  checkWorkstations,
  checkItStaff,
  checkHosting,
]

export function listPrerequisites(need: NeedFacts, solution: SolutionFacts): Prerequisite[] {
  return checks.flatMap((check) => check(need, solution) ?? [])
}

export function isBlocked(need: NeedFacts, solution: SolutionFacts): boolean {
  return checks.some((check) => check(need, solution)?.isMet === false)
}

function checkConnectivity(need: NeedFacts, solution: SolutionFacts): Prerequisite | null {
  const code = 'connectivity'
  const asked = solution.minConnectivity as Connectivity
  const given = need.connectivity as Connectivity | null
  if (asked === 'none') return { code, isMet: true, text: 'Ne demande aucune connexion' }
  const required = connectivityLabels[asked]
  if (given === null) {
    const text = 'Demande une connexion {required} ; celle de la commune est inconnue'
    return { code, isMet: null, text, values: { required } }
  }
  if (given === 'none') {
    const text = 'Connexion insuffisante : {required} demandée, aucune disponible'
    return { code, isMet: false, text, values: { required } }
  }
  const isMet = meetsConnectivity(given, asked)
  const text = isMet
    ? 'Connexion suffisante : {required} demandée, {available} disponible'
    : 'Connexion insuffisante : {required} demandée, {available} disponible'
  return { code, isMet, text, values: { required, available: connectivityLabels[given] } }
}

function checkOffline(need: NeedFacts, { worksOffline }: SolutionFacts): Prerequisite | null {
  if (!need.mustWorkOffline) return null
  const text = worksOffline
    ? 'Fonctionne pendant les coupures'
    : 'Ne fonctionne pas sans connexion, et le besoin l’exige'
  return { code: 'offline', isMet: worksOffline, text }
}

function checkWorkstations(need: NeedFacts, solution: SolutionFacts): Prerequisite | null {
  return compareMeans('workstations', need.workstations, solution.minWorkstations, {
    known:
      'Postes de travail : {required, plural, one {# demandé} other {# demandés}}, {available, plural, =0 {aucun disponible} one {# disponible} other {# disponibles}}',
    unknown:
      'Demande {required, plural, one {un poste de travail} other {# postes de travail}} ; ce dont dispose la commune est inconnu',
  })
}

function checkItStaff(need: NeedFacts, solution: SolutionFacts): Prerequisite | null {
  return compareMeans('itStaff', need.itStaff, solution.minItStaff, {
    known:
      'Agents informaticiens : {required, plural, one {# demandé} other {# demandés}}, {available, plural, =0 {aucun en poste} other {# en poste}}',
    unknown:
      'Demande {required, plural, one {un agent informaticien} other {# agents informaticiens}} ; l’effectif de la commune est inconnu',
  })
}

function compareMeans(
  code: string,
  available: number | null,
  required: number,
  texts: { readonly known: string; readonly unknown: string },
): Prerequisite | null {
  if (required === 0) return null
  if (available === null) return { code, isMet: null, text: texts.unknown, values: { required } }
  return { code, isMet: available >= required, text: texts.known, values: { required, available } }
}

/** A place nearer to the commune always satisfies what allows a farther one. */
const acceptedHostings: Readonly<Record<keyof typeof needHostingLabels, readonly Hosting[]>> = {
  any: ['commune', 'benin', 'africa', 'elsewhere'],
  commune: ['commune'],
  benin: ['commune', 'benin'],
  africa: ['commune', 'benin', 'africa'],
}

function checkHosting(need: NeedFacts, solution: SolutionFacts): Prerequisite | null {
  const wanted = need.hosting as keyof typeof needHostingLabels
  if (wanted === 'any') return null
  const offered = solution.hosting as Hosting
  const isMet = acceptedHostings[wanted].includes(offered)
  const values = { offered: hostingLabels[offered], wanted: needHostingLabels[wanted] }
  const text = isMet
    ? 'Hébergement conforme à la demande : {offered}'
    : 'Hébergement : {offered}, alors que le besoin demande : {wanted}'
  return { code: 'hosting', isMet, text, values }
}
