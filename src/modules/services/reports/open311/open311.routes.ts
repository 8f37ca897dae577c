/** Open311 GeoReport v2: what each commune takes, what was told and what became of it, and telling by a key. */
import { type Commune, listArrondissements, listCommuneNames } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { Context, Route } from '#platform/web.ts'
import { listTakenCategories, type TakenCategory } from '../category.queries.ts'
import {
  findPublicReport,
  listPublicByReference,
  listPublicReports,
  type PublicLine,
} from '../public-report.queries.ts'
import { describeRequest } from './describe-request.rules.ts'
import { discovery } from './discovery.facts.ts'
import { findJurisdiction, getJurisdiction } from './jurisdiction.ts'
import { postRequestRoutes } from './post-request.routes.ts'
import { mostRequests, readRequestQuery } from './read-query.rules.ts'
import { read, readOne } from './serve.ts'
import { type Answered, Open311Error } from './write-answer.ts'
import type { Node } from './write-xml.rules.ts'

export const open311Routes: Route[] = [
  ...read('/discovery', async ({ platform }) => ({
    root: 'discovery',
    body: discovery(platform.config.origin),
  })),
  ...read('/services', async ({ db, query }) => {
    const commune = await getJurisdiction(db, query.jurisdiction_id)
    const taken = await listTakenCategories(db, commune.id)
    return { root: 'services', body: taken.map(describeService) }
  }),
  readOne('/services', async ({ db, query }, code) => {
    const commune = await getJurisdiction(db, query.jurisdiction_id)
    const taken = await listTakenCategories(db, commune.id)
    const category = taken.find((one) => one.code === code)
    if (!category) throw new Open311Error(404, 'service_code provided was not found')
    return { root: 'service_definition', body: await defineService(db, commune, category) }
  }),
  ...read('/requests', listRequests),
  readOne('/requests', getRequest),
  ...postRequestRoutes,
]

function describeService({ code, label, hint, group, keywords }: TakenCategory): Node {
  return {
    service_code: code,
    service_name: label,
    description: hint,
    metadata: true,
    type: 'realtime',
    keywords: keywords.join(', '),
    group,
  }
}

/** What may be said beside the place and the words. */
async function defineService(db: Db, { id }: Commune, { code }: TakenCategory): Promise<Node> {
  const arrondissements = await listArrondissements(db, id)
  const asked = { variable: true, required: false, datatype_description: null }
  const values = arrondissements.map(({ name }) => ({ key: name, name }))
  return {
    service_code: code,
    attributes: [
      {
        ...{ ...asked, code: 'arrondissement', datatype: 'singlevaluelist', order: 1 },
        ...{ description: 'Arrondissement', values },
      },
      {
        ...{ ...asked, code: 'quartier', datatype: 'string', order: 2 },
        ...{ description: 'Quartier ou village', values: [] },
      },
      {
        ...{ ...asked, code: 'landmark', datatype: 'string', order: 3 },
        ...{ description: 'Repère ; seule la mairie le lit', values: [] },
      },
    ],
  }
}

async function listRequests({ db, query, now, platform }: Context): Promise<Answered> {
  const commune = await findJurisdiction(db, query.jurisdiction_id)
  const { references, categories, statuses, from, until } = readRequestQuery(query, now)
  const communeId = commune?.id
  const found =
    references.length > 0
      ? await listPublicByReference(db, references)
      : await listPublicReports(
          db,
          {
            ...{ from, until, ...(communeId && { communeId }) },
            ...(categories && { categories }),
            ...(statuses && { statuses }),
          },
          null,
          mostRequests,
        )
  const lines = found.filter((one) => !communeId || one.communeId === communeId)
  return answerRequests(db, lines.slice(0, mostRequests), platform.config.origin)
}

async function getRequest({ db, query, platform }: Context, id: string): Promise<Answered> {
  const commune = await findJurisdiction(db, query.jurisdiction_id)
  const report = await findPublicReport(db, id.toUpperCase())
  if (!report || (commune && report.communeId !== commune.id))
    throw new Open311Error(404, 'service_request_id provided was not found')
  return answerRequests(db, [report], platform.config.origin)
}

async function answerRequests(
  db: Db,
  lines: readonly PublicLine[],
  origin: string,
): Promise<Answered> {
  const names = await listCommuneNames(
    db,
    lines.map(({ communeId }) => communeId),
  )
  const body = lines.map((line) =>
    describeRequest(line, { origin, communeName: names.get(line.communeId) ?? '' }),
  )
  return { root: 'service_requests', body }
}
