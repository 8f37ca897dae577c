/** The pages of adhesions. */
import type { Route } from '#platform/web.ts'
import { ownAdhesionPages } from './own-adhesion.pages.tsx'
import { registerPage } from './register.page.tsx'

export const adhesionRoutes: Route[] = [registerPage, ...ownAdhesionPages]
