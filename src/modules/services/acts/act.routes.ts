/** Acts: signed from a request, kept in a register. */
import type { Route } from '#platform/web.ts'
import { actPaperRoute } from './act-paper.routes.ts'
import { registerPage, revokeActPage, showActPage } from './register.pages.tsx'
import { signActPage } from './sign-act.page.tsx'

export const actRoutes: readonly Route[] = [
  signActPage,
  registerPage,
  showActPage,
  revokeActPage,
  actPaperRoute,
]
