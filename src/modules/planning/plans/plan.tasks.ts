/** What waits for somebody in the master plans of their commune, and where they find them. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { mayListPlans } from './my-plans.page.tsx'
import { mayAnswerInvitation, mayGiveNote, planPolicy } from './plan.policy.ts'
import { listPartners, listPlansOf } from './plan.queries.ts'
import type { Plan, PlanPartner } from './plan.schema.ts'
import { addressOf } from './plan-frame.view.tsx'
import { listReviews, type Reviews } from './review.queries.ts'
import { describeRound, reviewYearOf } from './review-round.rules.ts'

interface Situation {
  readonly plan: Plan
  readonly partners: readonly PlanPartner[]
  readonly isReviewed: boolean
  /** The commune acted for has not said its own of the year. */
  readonly isAwaited: boolean
}

interface Wording {
  readonly when: (actor: Actor, situation: Situation) => boolean
  readonly title: string
  readonly page: string
  readonly tone: SpaceTask['tone']
}

const wordings: readonly Wording[] = [
  {
    when: (actor, { plan }) => planPolicy.edit(actor, plan),
    title: 'Terminer le schéma directeur : {title}',
    page: '',
    tone: 'neutral',
  },
  {
    when: (actor, { plan }) => plan.status === 'submitted' && planPolicy.validate(actor, plan),
    title: 'Valider ou renvoyer le schéma directeur : {title}',
    page: '',
    tone: 'warning',
  },
  {
    when: (actor, { plan }) => plan.status === 'validated' && planPolicy.deliberate(actor, plan),
    title: 'Enregistrer la délibération du schéma directeur : {title}',
    page: '/deliberation',
    tone: 'warning',
  },
  {
    when: (actor, situation) => mayAnswerInvitation(actor, situation),
    title: 'Répondre à l’invitation au schéma directeur : {title}',
    page: '/communes',
    tone: 'warning',
  },
  {
    when: (actor, { plan, isReviewed }) => !isReviewed && planPolicy.review(actor, plan),
    title: 'Tenir la revue de l’année du schéma directeur : {title}',
    page: '/suivi',
    tone: 'neutral',
  },
  {
    when: (actor, situation) => situation.isAwaited && mayGiveNote(actor, situation),
    title: 'Donner l’avis de la commune sur l’année du schéma directeur : {title}',
    page: '/suivi/avis',
    tone: 'neutral',
  },
]

/** A plan that has not begun is not reviewed yet. */
function describeYear(
  shared: Pick<Situation, 'plan' | 'partners'>,
  reviews: Reviews,
  communeId: string,
  today: string,
) {
  if (Number(today.slice(0, 4)) < shared.plan.firstYear)
    return { isReviewed: true, isAwaited: false }
  const year = reviewYearOf(shared.plan, today)
  const round = describeRound(shared, year, reviews)
  return {
    isReviewed: reviews.years.some((review) => review.year === year),
    isAwaited: round?.state === 'open' && round.missing.includes(communeId),
  }
}

export const planSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const communeId = actor.organisation?.id
    if (!communeId || !mayListPlans(actor)) return []
    const today = toDay(now)
    const tasks: SpaceTask[] = []
    for (const plan of await listPlansOf(db, communeId)) {
      if (plan.status === 'closed' || plan.status === 'discarded') continue
      const partners = await listPartners(db, plan.id)
      const situation = {
        ...{ plan, partners },
        ...describeYear({ plan, partners }, await listReviews(db, plan.id), communeId, today),
      }
      tasks.push(
        ...wordings
          .filter(({ when }) => when(actor, situation))
          .map(({ title, page, tone }) => ({
            title: t(title, { title: plan.title }),
            href: `${addressOf(plan)}${page}`,
            tone,
          })),
      )
    }
    return tasks
  },
  listLinks: (actor) =>
    mayListPlans(actor) ? [{ label: 'Schémas directeurs', href: '/espace/plan' }] : [],
}
