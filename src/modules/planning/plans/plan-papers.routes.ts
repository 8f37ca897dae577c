/** The papers of a plan: Word to work on, PDF to keep, a workbook; once adopted, the PDF is everybody's. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import {
  type NewDocument,
  nameCommune,
  paperRoutes,
  pdfRoute,
  renderSpreadsheet,
  replyWithFile,
} from '#platform/documents.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import { writePlan } from './plan.paper.ts'
import { planPolicy } from './plan.policy.ts'
import { writePlanSheets } from './plan-workbook.ts'
import { loadPublicPlan } from './public-plan.page.tsx'

async function write({ full, names }: NamedPlan, { db }: Context): Promise<NewDocument> {
  const { id, communeId } = full.plan
  const issuer = await getCommuneIssuer(db, communeId)
  return {
    kind: 'masterPlan',
    subject: { kind: 'plan', id },
    issuer: { id: communeId, name: nameCommune(issuer.name) },
    readerIds: full.partners
      .filter(({ status }) => status === 'accepted')
      .map((partner) => partner.communeId),
    isPublic: true,
    model: writePlan({ full, names, issuer }),
  }
}

const isDraft = ({ full }: NamedPlan) => !planPolicy.readPublic(noOne, full.plan)
const noOne = { kind: 'visitor', id: null, name: '', organisation: null, role: null } as const

const own = { load: loadNamedPlan, allow: followNamed, write }

export const planPaperRoutes: Route[] = [
  ...paperRoutes('/espace/plan/:planId/plan', { ...own, isDraft }),
  endpoint('/espace/plan/:planId/plan.xlsx', {
    load: loadNamedPlan,
    allow: followNamed,
    limit: { points: 30, seconds: 60 },
    reply: async ({ full }) =>
      replyWithFile(`${full.plan.reference}.xlsx`, await renderSpreadsheet(writePlanSheets(full))),
  }),
  pdfRoute('/communes/:slug/plan.pdf', {
    load: loadPublicPlan,
    allow: (actor: Actor, { full }: NamedPlan) => planPolicy.readPublic(actor, full.plan),
    write,
  }),
]
