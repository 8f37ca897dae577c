/** What cannot be done without. Not met, a prerequisite is shown and ranks the solution last; it never hides it. */
import { connectivityLabels } from '#modules/directory/index.ts'
import type { NeedFacts, Prerequisite, SolutionFacts } from './matching.types.ts'

const levels = ['none', '2g', '3g', '4g', 'fibre'] as const
type Level = (typeof levels)[number]

type Check = (need: NeedFacts, solution: SolutionFacts) => Prerequisite | null

const checks: readonly Check[] = [
  (need, { minConnectivity }) => {
    const required = connectivityLabels[minConnectivity as Level]
    if (need.connectivity === null)
      return {
        code: 'connectivity',
        isMet: null,
        text: 'Demande une connexion {required} ; celle de la commune est inconnue',
        values: { required },
      }
    const isMet =
      levels.indexOf(need.connectivity as Level) >= levels.indexOf(minConnectivity as Level)
    const values = { required, available: connectivityLabels[need.connectivity as Level] }
    return {
      code: 'connectivity',
      isMet,
      text: isMet
        ? 'Connexion suffisante : {required} demandée, {available} disponible'
        : 'Connexion insuffisante : {required} demandée, {available} disponible',
      values,
    }
  },
  (need, { worksOffline }) =>
    need.mustWorkOffline
      ? {
          code: 'offline',
          isMet: worksOffline,
          text: worksOffline
            ? 'Fonctionne pendant les coupures'
            : 'Ne fonctionne pas sans connexion, et le besoin l’exige',
        }
      : null,
  (need, { minWorkstations }) =>
    compare(
      'workstations',
      need.workstations,
      minWorkstations,
      'Postes de travail : {required} demandés, {available} disponibles',
      'Demande {required} postes de travail ; ceux de la commune sont inconnus',
    ),
  (need, { minItStaff }) =>
    minItStaff === 0
      ? null
      : compare(
          'itStaff',
          need.itStaff,
          minItStaff,
          'Agents informaticiens : {required} demandés, {available} présents',
          'Demande {required} agents informaticiens ; ceux de la commune sont inconnus',
        ),
  (need, { hosting }) => {
    if (need.hosting === 'any') return null
    const accepted =
      { commune: ['commune'], benin: ['commune', 'benin'], africa: ['commune', 'benin', 'africa'] }[
        need.hosting
      ] ?? []
    const isMet = accepted.includes(hosting)
    return {
      code: 'hosting',
      isMet,
      text: isMet
        ? 'Hébergement conforme à ce que demande le besoin'
        : 'Hébergement ailleurs que ce que demande le besoin',
    }
  },
  ({ population }, { populationMin, populationMax }) => {
    if (populationMin === null && populationMax === null) return null
    const isMet =
      population >= (populationMin ?? 0) &&
      population <= (populationMax ?? Number.POSITIVE_INFINITY)
    const text = isMet
      ? 'Prévue pour une population comme celle-ci ({population, number} habitants)'
      : 'Prévue pour une autre taille de population ({population, number} habitants ici)'
    return { code: 'population', isMet, text, values: { population } }
  },
]

function compare(
  code: string,
  available: number | null,
  required: number,
  known: string,
  missing: string,
): Prerequisite {
  if (available === null) return { code, isMet: null, text: missing, values: { required } }
  return { code, isMet: available >= required, text: known, values: { required, available } }
}

export function listPrerequisites(need: NeedFacts, solution: SolutionFacts): Prerequisite[] {
  return checks.flatMap((check) => check(need, solution) ?? [])
}

export function isBlocked(need: NeedFacts, solution: SolutionFacts): boolean {
  return checks.some((check) => check(need, solution)?.isMet === false)
}
