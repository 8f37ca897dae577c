/** How an operation is served: who calls, what is asked, then one transaction as the key; or a reading that everybody may do. */
import type { z } from 'zod'
import { answerKeyRefusal, readApiKey } from '#modules/identity/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { everyone } from '#platform/policy.ts'
import {
  answerOnce,
  answerUnlessKnown,
  type Context,
  endpoint,
  json,
  problem,
  type Reply,
} from '#platform/web.ts'
import { type Operation, prefix } from './operation.lists.ts'

type Query<Op extends Operation> = Op['query'] extends z.ZodObject
  ? z.infer<Op['query']>
  : undefined
type Body<Op extends Operation> = Op['body'] extends z.ZodType ? z.infer<Op['body']> : undefined

export interface Asked<Op extends Operation> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Query<Op>
  readonly body: Body<Op>
  /** Of whoever calls: a visitor, or the key in its transaction. */
  readonly context: Context
}

type Work<Op extends Operation> = (asked: Asked<Op>) => Promise<Reply>

/** From one address, in a minute: what is public needs no key, and is copied rather than asked for again and again. */
const publicLimit = { points: 60, seconds: 60 }

export function publicOperation<Op extends Operation>(operation: Op, work: Work<Op>) {
  return endpoint(`${prefix}${operation.path}`, {
    isForMachines: true,
    limit: publicLimit,
    load: (params) => params as Asked<Op>['params'],
    allow: everyone,
    reply: async (params, context) => {
      const read = readAsked(operation, params, context)
      return read.ok
        ? answerUnlessKnown(await work(read.asked), context, 'public, max-age=60')
        : read.reply
    },
  })
}

export function keyOperation<Op extends Operation>(operation: Op, work: Work<Op>) {
  const { scope, method } = operation
  return endpoint(`${prefix}${operation.path}`, {
    ...{ method, isCsrfExempt: true, isForMachines: true },
    load: (params) => params as Asked<Op>['params'],
    allow: everyone,
    reply: (params, context) => async () => {
      const reading = await readApiKey(context, { scope: scope ?? 'demandes.lire' })
      if (!reading.ok) return answerKeyRefusal(reading)
      const { actor } = reading
      const read = readAsked(operation, params, context)
      if (!read.ok) return read.reply
      const { db } = context.platform
      const act = (own: Context['db']) =>
        work({ ...read.asked, context: { ...context, actor, db: own } })
      if (method === 'GET') return readAs(db, actor, act)
      const key = readRepeatKey(context)
      if (key === 'unreadable') return wrongRepeatKey
      const owner = getOrganisationId(actor)
      const repeated = { owner, path: context.url, key, content: context.rawBody ?? '' }
      return writeAs(db, actor, (own) => answerOnce(own, repeated, () => act(own)))
    },
  })
}

/** A key that is not understood must not become two requests. */
function readRepeatKey({ headers }: Context): string | null | 'unreadable' {
  const key = headers['idempotency-key']
  if (key === undefined) return null
  return typeof key === 'string' && key !== '' && key.length <= 200 ? key : 'unreadable'
}

const wrongRepeatKey = problem(400, 'Idempotency-Key compte de 1 à 200 signes.', {
  code: 'idempotency',
})

const wrong = 'Ce qui est demandé ne peut pas être lu : voyez « errors ».'

type Read<Op extends Operation> =
  | { readonly ok: true; readonly asked: Asked<Op> }
  | { readonly ok: false; readonly reply: Reply }

function readAsked<Op extends Operation>(
  { query, body }: Op,
  params: Asked<Op>['params'],
  context: Context,
): Read<Op> {
  const readQuery = query?.safeParse(context.query)
  if (readQuery && !readQuery.success) return refuseShape(readQuery.error)
  if (body && context.rawBody === null) {
    return { ok: false, reply: problem(415, 'Envoyez du JSON (application/json).') }
  }
  const readBody = body?.safeParse(parseBody(context.rawBody))
  if (readBody && !readBody.success) return refuseShape(readBody.error)
  return {
    ok: true,
    asked: {
      ...{ params, context },
      query: readQuery?.data as Query<Op>,
      body: readBody?.data as Body<Op>,
    },
  }
}

/** It was readable: the server answers 400 otherwise. */
function parseBody(rawBody: string | null): unknown {
  return JSON.parse(rawBody || '{}')
}

function refuseShape({ issues }: z.ZodError): { readonly ok: false; readonly reply: Reply } {
  const errors = issues.map(({ path, message }) => [path.join('.') || 'body', message])
  const parts = { code: 'shape', errors: Object.fromEntries(errors) }
  return { ok: false, reply: problem(400, wrong, parts) }
}

interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly last: { readonly id: string } | undefined
}

/** One page of a list, and in a header (RFC 8288) where the next one is: the body stays the list that the standard says. */
export function answerPage<Row>({ rows, last }: Rows<Row>, { url, platform }: Context): Reply {
  const reply = json(rows)
  if (!last) return reply
  const next = new URL(url, platform.config.origin)
  next.searchParams.set('after', last.id)
  return { ...reply, headers: { ...reply.headers, link: `<${next.href}>; rel="next"` } }
}
