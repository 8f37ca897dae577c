/** The pages of agreements. */
import type { Route } from '#platform/web.ts'
import { agreementFilePage } from './agreement-file.page.tsx'
import { amendmentPages } from './amendment.pages.tsx'
import { moveAgreementPages } from './move-agreement.pages.tsx'
import { myAgreementsPage } from './my-agreements.page.tsx'
import { negotiateClausePages } from './negotiate-clause.page.tsx'
import { signAgreementRoutes } from './sign-agreement.pages.tsx'
import { startAgreementPages } from './start-agreement.pages.tsx'

export const agreementRoutes: Route[] = [
  myAgreementsPage,
  agreementFilePage,
  ...negotiateClausePages,
  ...moveAgreementPages,
  ...signAgreementRoutes,
  ...amendmentPages,
  ...startAgreementPages,
]
