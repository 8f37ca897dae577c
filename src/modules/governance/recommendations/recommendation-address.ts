/** Where a recommendation is read, and the way back to it. */
import type { Recommendation } from './recommendation.schema.ts'

type Named = Pick<Recommendation, 'reference'>

export const recommendationAddress = ({ reference }: Named) => `/recommandations/${reference}`

export const recommendationBack = (recommendation: Named) => ({
  href: recommendationAddress(recommendation),
  label: recommendation.reference,
})
