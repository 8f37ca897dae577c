/** Services and forms: what everybody may read, without a key. */
import { getCommuneBySlug, listCommunePlaces } from '#modules/directory/index.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/id.ts'
import { cutPage } from '#platform/published-cursor.rules.ts'
import { type Context, json } from '#platform/web.ts'
import { loadFormWorld } from '../forms/form-facts.queries.ts'
import { readFormId, writeFormId } from './form-id.rules.ts'
import { writeFormSchema } from './form-schema.rules.ts'
import { operations } from './operation.lists.ts'
import { answerPage, publicOperation } from './serve-operation.ts'
import {
  getOpenedService,
  listOpenedServices,
  listPublishedForms,
  type OpenedService,
  type PublishedForm,
} from './service.queries.ts'

const listServices = publicOperation(operations.listServices, async ({ query, context }) => {
  const { name, commune, after = null, maxResult } = query
  const { db } = context
  const communeId = commune ? (await getCommuneBySlug(db, commune)).id : null
  const found = await listOpenedServices(db, { name: name.trim(), communeId, after }, maxResult)
  const { rows, last } = cutPage(found, maxResult)
  const places = new Map((await listCommunePlaces(db)).map((place) => [place.id, place]))
  const services = rows.map((row) => writeService({ ...row, ...nameCommune(places, row) }))
  return answerPage({ rows: services, last }, context)
})

type Places = ReadonlyMap<string, { readonly slug: string; readonly name: string }>

function nameCommune(places: Places, { communeId }: Pick<OpenedService, 'communeId'>) {
  const { slug = '', name = '' } = places.get(communeId) ?? {}
  return { communeSlug: slug, communeName: name }
}

const getService = publicOperation(operations.getService, async ({ params, context: { db } }) => {
  const row = await getOpenedService(db, params.serviceId ?? '')
  const places = new Map((await listCommunePlaces(db)).map((place) => [place.id, place]))
  return json(writeService({ ...row, ...nameCommune(places, row) }))
})

function writeService(service: OpenedService) {
  const { id, definition, revision, status } = service
  const { title, summary } = definition
  return {
    ...{ id, serviceKey: id, name: title, version: String(revision), type: 'Public' },
    ...{ isExecutable: status === 'open', isClosed: true, description: summary },
    serviceBody: listProperties(service),
  }
}

function listProperties({ definition, statusReason, ...service }: OpenedService) {
  const { routing, timeLimit, outcome, documents } = definition
  const properties: [code: string, value: string | number | null | undefined][] = [
    ['commune', service.communeSlug],
    ['communeName', service.communeName],
    ['municipalService', service.serviceCode],
    ['status', service.status],
    ['statusReason', statusReason],
    ['department', routing.department],
    ['timeLimitDays', timeLimit?.days],
    ['outcome', outcome],
    ...documents.map(({ text }): [string, string] => ['document', text]),
  ]
  return properties.flatMap(([code, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ code, value: String(value) }],
  )
}

const listForms = publicOperation(operations.listForms, async ({ params, context: { db } }) => {
  const forms = await listPublishedForms(db, params.serviceId ?? '')
  if (forms.length === 0) throw new NotFound()
  return json(forms.map(writeForm))
})

const getForm = publicOperation(operations.getForm, async ({ params, context }) => {
  const { form, schema } = await loadFormSchema(context, params.form ?? '')
  return json({ ...writeForm(form), schema })
})

async function loadFormSchema({ db, now }: Context, formId: string) {
  const asked = readFormId(formId)
  if (!asked || !isId(asked.procedureId)) throw new NotFound()
  const [form] = await listPublishedForms(db, asked.procedureId, asked.number)
  if (!form) throw new NotFound()
  const { facts } = await loadFormWorld(db, form.communeId, now)
  return { form, schema: writeFormSchema(form.definition, facts) }
}

function writeForm({ procedureId, number, isLatest, definition }: PublishedForm) {
  return {
    ...{ eFormId: writeFormId(procedureId, number), name: definition.title },
    ...{ description: definition.summary, version: String(number), latest: isLatest },
  }
}

export const serviceEndpoints = [listServices, getService, listForms, getForm]
