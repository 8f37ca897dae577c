/** Telling by the system of an organisation, with its key: what comes twice from the same system, word for word, is told once. */
import { describeKeyRefusal, type KeyRefusal, readApiKey } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { showCode } from '#platform/documents.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { findDepartment } from '../category.queries.ts'
import { createReport, type NewReport } from '../create-report.actions.ts'
import { discardSent, storeCleanPhoto } from '../photo/keep-photo.ts'
import type { Report } from '../report.lifecycle.ts'
import { findToldBefore } from '../told-before.queries.ts'
import { getJurisdiction } from './jurisdiction.ts'
import { type PostedRequest, readPostedRequest } from './posted-request.fields.ts'
import { answer, root } from './serve.ts'
import { type Answered, formats, Open311Error } from './write-answer.ts'

export const postRequestRoutes: Route[] = formats.map((format) =>
  endpoint(`${root}/requests.${format}`, {
    method: 'POST',
    isCsrfExempt: true,
    load: () => null,
    allow: everyone,
    // The key is read, and the report written, once the transaction of whoever knocks is over.
    reply: (_, context) => () => answer(context, format, () => receive(context)),
  }),
)

async function receive(visiting: Context): Promise<Answered> {
  const { platform } = visiting
  const context = { ...visiting, db: platform.db }
  const reading = await readApiKey(context, { scope: 'signalements.deposer', parameter: 'api_key' })
  if (!reading.ok) throw refuseKey(reading)
  const { actor } = reading
  const commune = await getJurisdiction(
    context.db,
    context.fields.jurisdiction_id ?? context.query.jurisdiction_id,
  )
  const posted = readPostedRequest(context.fields)
  if ((await findDepartment(context.db, commune.id, posted.category)) === undefined)
    throw new Open311Error(404, 'service_code provided was not found')
  const report = await keep(context, actor, commune.id, posted)
  return answerKept(report)
}

/** The standard has one status for all that is wrong with a key, and the usual one for too many. */
function refuseKey(refusal: KeyRefusal): Open311Error {
  const { status, detail, headers } = describeKeyRefusal(refusal)
  const description =
    refusal.because === 'missing' ? `api_key was not provided. ${detail}` : `api_key. ${detail}`
  return new Open311Error(status === 429 ? 429 : 403, description, headers)
}

async function keep(
  { platform, now }: Context,
  actor: Actor,
  communeId: string,
  { photo: sent, ...posted }: PostedRequest,
): Promise<Report> {
  const photo = sent && (await storeCleanPhoto({ platform }, sent))
  if (sent && !photo) throw new Open311Error(400, 'media is not a photo that can be read')
  const told: NewReport = {
    ...{ ...posted, communeId, channel: 'open311' },
    ...{ sentBy: actor.organisation?.id ?? '', photo },
  }
  return writeAs(platform.db, actor, async (db) => {
    const report = await keepOnce({ db, actor, now }, told)
    if (sent && photo) await discardSent({ db, actor, platform }, sent, photo)
    return report
  })
}

/** A system that did not hear the answer asks again. */
async function keepOnce(
  context: { readonly db: Db; readonly actor: Actor; readonly now: Date },
  told: NewReport,
): Promise<Report> {
  return (await findToldBefore(context, told)) ?? createReport(context, told)
}

function answerKept({ reference, code }: Report): Answered {
  return {
    status: 201,
    root: 'service_requests',
    body: [
      {
        service_request_id: reference,
        service_notice: `Code de suivi : ${showCode(code)}. À donner à qui a signalé.`,
        account_id: null,
      },
    ],
  }
}
