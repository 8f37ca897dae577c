/** The pages of digital budgets. */
import type { Route } from '#platform/web.ts'
import { budgetFilePage } from './budget-file.page.tsx'
import { budgetPaperRoutes } from './budget-papers.routes.ts'
import { compareBudgetsFile, compareBudgetsPage } from './compare-budgets.page.tsx'
import { addLinePage, editLinePage } from './edit-line.pages.tsx'
import { editTotalsPage } from './edit-totals.page.tsx'
import { guidancePage } from './guidance.pages.tsx'
import { importExecutionPages } from './import-execution.pages.tsx'
import { moveBudgetPages } from './move-budget.pages.tsx'
import { myBudgetsPage } from './my-budgets.page.tsx'
import { publicBudgetPage } from './public-budget.page.tsx'
import { recordExecutionPage } from './record-execution.page.tsx'
import { simulateBudgetPage } from './simulate-budget.page.tsx'
import { votePage } from './vote.page.tsx'

export const budgetRoutes: Route[] = [
  compareBudgetsPage,
  compareBudgetsFile,
  publicBudgetPage,
  myBudgetsPage,
  budgetFilePage,
  simulateBudgetPage,
  editTotalsPage,
  addLinePage,
  editLinePage,
  ...moveBudgetPages,
  votePage,
  recordExecutionPage,
  ...importExecutionPages,
  ...budgetPaperRoutes,
  guidancePage,
]
