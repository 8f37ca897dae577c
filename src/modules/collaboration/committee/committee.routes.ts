/** The pages of committees. */
import type { Route } from '#platform/web.ts'
import { committeePage } from './committee.page.tsx'
import { cutMemberPage, declareInterestPage } from './declare-interest.page.tsx'

export const committeeRoutes: Route[] = [committeePage, declareInterestPage, cutMemberPage]
