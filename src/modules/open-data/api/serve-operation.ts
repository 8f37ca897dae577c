/** How what is asked is served: the question is checked, then answered as a visitor or as the organisation of a key. */
import type { z } from 'zod'
import { answerKeyRefusal, describeAllowances, readApiKey } from '#modules/identity/index.ts'
import { visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import {
  answerUnlessKnown,
  type Context,
  endpoint,
  json,
  problem,
  type Refusal,
  type Reply,
  type Route,
} from '#platform/web.ts'
import { type Asked, type Operation, prefix } from './operation.types.ts'

/** From one address in a minute, for each list; what is kept is not counted. */
export const publicLimit = { points: 300, seconds: 60 }

/** Any page of any site may read what is public. A key stays on a server: a browser may not send one. */
const openToSites = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After',
}

type Params = Readonly<Record<string, string>>

export function serveOperation(operation: Operation): Route {
  if (operation.key) return serveWithKey(operation)
  const parts = { isForMachines: true, limit: publicLimit, load: readParams, allow: everyone }
  const path = `${prefix}${operation.path}`
  return operation.isKept
    ? endpoint(path, {
        ...{ ...parts, isPublic: true },
        reply: (params, context) => answerPublic(operation, params, context),
      })
    : endpoint(path, {
        ...parts,
        // Afterwards, and as a visitor: what is public does not depend on who is signed in.
        reply: (params, context) => async () => {
          const asking = { ...context, actor: visitor, db: context.platform.db }
          return answerUnlessKnown(
            await answerPublic(operation, params, asking),
            context,
            'no-cache',
          )
        },
      })
}

/** A reference or a slug; anything else cannot exist, and never reaches SQL. */
function readParams(params: unknown): Params {
  const read = params as Params
  if (Object.values(read).every((value) => /^[\w-]{1,80}$/.test(value))) return read
  throw new NotFound()
}

async function answerPublic(operation: Operation, params: Params, context: Context) {
  const reply = await answer(operation, params, context)
  return { ...reply, headers: { ...reply.headers, ...openToSites } }
}

function serveWithKey(operation: Operation): Route {
  return endpoint(`${prefix}${operation.path}`, {
    ...{ isForMachines: true, load: readParams, allow: everyone },
    reply: (params, context) => async () => {
      const scope = operation.key === 'any' ? null : (operation.key ?? null)
      const reading = await readApiKey(context, { scope })
      if (!reading.ok) return answerKeyRefusal(reading)
      const { actor, allowances } = reading
      const reply = await readAs(context.platform.db, actor, (db) =>
        answer(operation, params, { ...context, actor, db }),
      )
      const headers = { ...reply.headers, ...describeAllowances(allowances) }
      return answerUnlessKnown({ ...reply, headers }, context, 'private, no-cache')
    },
  })
}

const wrong = 'Des paramètres sont à corriger : voyez « errors ».'

async function answer(operation: Operation, params: Params, context: Context): Promise<Reply> {
  const read = operation.query.safeParse(context.query)
  if (!read.success) return refuseParameters(listErrors(read.error))
  const found = await operation.work(toAsked(params, read.data, context))
  if (isRefusal(found)) return refuseParameters(found.errors)
  return withNext(json(found), found)
}

const refuseParameters = (errors: Refusal['errors']) =>
  problem(400, wrong, { code: 'parameters', errors })

const isRefusal = (found: unknown): found is Refusal => (found as Refusal).kind === 'refusal'

function listErrors({ issues }: z.ZodError): Record<string, string> {
  const errors = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, 20).map((name) => [name, 'Ce paramètre n’existe pas'])
      : [[issue.path.join('.'), issue.message]],
  )
  return Object.fromEntries(errors)
}

function toAsked(params: Params, query: unknown, context: Context): Asked<never> {
  const { db, actor, platform } = context
  const { origin } = platform.config
  return {
    ...{ params, query: query as never, context, db, actor },
    url: (path) => `${origin}${prefix}${path}`,
    page: (path) => `${origin}${path}`,
    next: (cursor) => {
      if (cursor === null) return null
      const next = new URL(context.url, origin)
      next.searchParams.set('apres', cursor)
      return next.href
    },
  }
}

/** Where the next page is, also in a header (RFC 8288). */
function withNext(reply: Reply, found: unknown): Reply {
  const next = (found as { links?: { next?: string | null } }).links?.next
  return next ? { ...reply, headers: { ...reply.headers, link: `<${next}>; rel="next"` } } : reply
}
