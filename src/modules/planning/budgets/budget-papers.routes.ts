/** The annex of a budget, as PDF, Word, workbook and CSV: of a draft for its commune, of a vote for everybody. */
import { type Category, getCommune, getCommuneIssuer } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import {
  type NewDocument,
  nameCommune,
  paperRoutes,
  renderSpreadsheet,
  replyWithFile,
} from '#platform/documents.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { type AnnexParts, writeAnnex } from './budget.paper.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, getGuidanceInForce, listLinesOf, listVotes } from './budget.queries.ts'
import { sheetColumns, writeRows } from './budget-sheet.paper.ts'
import { listExecution } from './execution.queries.ts'

async function loadAnnex({ budgetId }: { budgetId: string }, { db }: Context): Promise<AnnexParts> {
  const budget = await getBudget(db, budgetId)
  const { name, category } = await getCommune(db, budget.communeId)
  return {
    budget,
    lines: await listLinesOf(db, budgetId, budget.currentVersion),
    votes: await listVotes(db, budgetId),
    execution: await listExecution(db, budgetId),
    guidance: await getGuidanceInForce(db, category as Category, `${budget.year}-01-01`),
    communeName: name,
    issuer: await getCommuneIssuer(db, budget.communeId),
  }
}

const allow = (actor: Actor, { budget }: AnnexParts) => budgetPolicy.follow(actor, budget)

const annex = {
  load: loadAnnex,
  allow,
  async write(parts: AnnexParts): Promise<NewDocument> {
    const { budget } = parts
    const model = writeAnnex(parts)
    return {
      kind: 'budgetAnnex',
      subject: { kind: 'budget', id: budget.id },
      issuer: { id: budget.communeId, name: nameCommune(model.issuer.name) },
      readerIds: [],
      isPublic: budget.status === 'adopted' || budget.status === 'closed',
      model,
    }
  },
}

const isDraft = ({ budget: { status } }: AnnexParts) =>
  status === 'draft' || status === 'submitted' || status === 'amending'

const limit = { points: 30, seconds: 60 }
const fileName = ({ budget }: AnnexParts, extension: string) =>
  `budget-numerique-${budget.year}.${extension}`

export const budgetPaperRoutes: Route[] = [
  ...paperRoutes('/espace/budgets/:budgetId/annexe', { ...annex, isDraft }),
  endpoint('/espace/budgets/:budgetId/annexe.xlsx', {
    load: loadAnnex,
    allow,
    limit,
    reply: async (parts) => {
      const rows = writeRows(parts.budget.year, parts.lines, parts.execution)
      const sheet = { name: `Budget ${parts.budget.year}`, columns: sheetColumns, rows }
      return replyWithFile(fileName(parts, 'xlsx'), await renderSpreadsheet([sheet]))
    },
  }),
  endpoint('/espace/budgets/:budgetId/annexe.csv', {
    load: loadAnnex,
    allow,
    limit,
    reply: (parts) => {
      const rows = writeRows(parts.budget.year, parts.lines, parts.execution)
      const lines = [sheetColumns.map(({ label }) => label), ...rows].map(writeCsvLine).join('')
      return replyWithFile(fileName(parts, 'csv'), Buffer.from(byteOrderMark + lines))
    },
  }),
]
