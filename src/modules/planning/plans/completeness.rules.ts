/** What a plan still lacks before it may be submitted, each with the page where it is mended. */
import type { FullPlan } from './plan.schema.ts'
import { sumYears } from './plan-money.rules.ts'

export interface Gap {
  readonly page: string
  readonly message: string
}

export function listGaps(full: FullPlan): Gap[] {
  const { plan, sections, actions, indicators } = full
  const placed = actions.filter(({ startYear }) => startYear !== null)
  const overrun = sumYears(actions, plan).some(
    ({ total }, index) => total > (plan.yearlyEnvelopes[index] ?? 0),
  )
  return [
    placed.length === 0 && { page: 'portefeuille', message: 'Placez au moins une action.' },
    sections.some(({ body }) => body.trim() === '') && {
      page: 'textes',
      message: 'Une partie du texte est vide.',
    },
    indicators.length === 0 && { page: 'indicateurs', message: 'Fixez au moins un indicateur.' },
    overrun && {
      page: 'financement',
      message: 'Une année dépasse son enveloppe : déplacez une action ou changez l’enveloppe.',
    },
    hasOrderBroken(full) && {
      page: 'calendrier',
      message: 'Une action commence avant la fin de ce qu’elle demande.',
    },
  ].filter((gap) => gap !== false)
}

function hasOrderBroken({ actions, dependencies }: FullPlan): boolean {
  const byId = new Map(actions.map((action) => [action.id, action]))
  return dependencies.some(({ actionId, needsActionId }) => {
    const start = byId.get(actionId)?.startYear
    const end = byId.get(needsActionId)?.endYear
    return typeof start === 'number' && (typeof end !== 'number' || end > start)
  })
}

/** Shares that make 100 among those that accepted, nobody left to answer; a plan of one commune has nothing to settle. */
export function doPartnersAgree({ partners }: Pick<FullPlan, 'partners'>): boolean {
  if (partners.length === 0) return true
  const kept = partners.filter(({ status }) => status !== 'declined')
  return (
    kept.every(({ status }) => status === 'accepted') &&
    kept.reduce((sum, { share }) => sum + share, 0) === 100
  )
}
