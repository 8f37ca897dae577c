import type { Route } from '#platform/web.ts'
import { callFeed } from './calls.feed.ts'
import { needFeed } from './needs.feed.ts'
import { recommendationFeed } from './recommendations.feed.ts'
import { solutionFeed } from './solutions.feed.ts'

export const feedRoutes: Route[] = [needFeed, callFeed, solutionFeed, recommendationFeed]
