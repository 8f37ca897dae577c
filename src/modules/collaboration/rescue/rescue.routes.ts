/** The pages of calls that nobody answered. */
import type { Route } from '#platform/web.ts'
import { sayWhyPage } from './say-why.page.tsx'
import { unansweredCallPages } from './unanswered-call.pages.tsx'

export const rescueRoutes: Route[] = [...unansweredCallPages, sayWhyPage]
