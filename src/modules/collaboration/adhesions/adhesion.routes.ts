/** The pages of adhesions. */
import type { Route } from '#platform/web.ts'
import { adhesionPaperRoute } from './adhesion-paper.routes.ts'
import { ownAdhesionPages } from './own-adhesion.pages.tsx'
import { registerPage } from './register.page.tsx'

export const adhesionRoutes: Route[] = [registerPage, ...ownAdhesionPages, adhesionPaperRoute]
