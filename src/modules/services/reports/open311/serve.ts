/** One endpoint for each form an answer may have; what goes wrong is said in the same form. */
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, type Reply, type Route } from '#platform/web.ts'
import {
  type Answered,
  describeError,
  type Format,
  formats,
  Open311Error,
  writeAnswer,
} from './write-answer.ts'

export const root = '/open311/v2'

/** From one address in a minute; pages of a thousand are large. */
const mostReads = 120

type Work = (context: Context) => Promise<Answered>

/** Something to read, at an address that ends with its form. */
export function read(path: string, work: Work): Route[] {
  return formats.map((format) =>
    endpoint(`${root}${path}.${format}`, {
      load: () => null,
      allow: everyone,
      reply: (_, context) => answer(context, format, () => readCounted(context, work)),
    }),
  )
}

type WorkOnOne = (context: Context, id: string) => Promise<Answered>

/** One thing to read, whose name and form are the last part of the address. */
export function readOne(path: string, work: WorkOnOne): Route {
  return endpoint(`${root}${path}/:name`, {
    load: ({ name }: { name: string }) => name,
    allow: everyone,
    reply: (name, context) => {
      const [, id = '', ending] = /^(.+)\.(json|xml)$/.exec(name) ?? []
      const format = (ending ?? 'json') as Format
      return answer(context, format, () => {
        if (id === '') throw new Open311Error(404, 'The address ends with .json or .xml')
        return readCounted(context, (own) => work(own, id))
      })
    },
  })
}

async function readCounted(context: Context, work: Work): Promise<Answered> {
  const { rateLimiter } = context.platform
  if (await rateLimiter.tryPoint(`open311 ${context.address}`, mostReads, 60)) return work(context)
  throw new Open311Error(429, 'Too many requests: wait a minute', { 'retry-after': '60' })
}

export async function answer(
  { platform }: Pick<Context, 'platform'>,
  format: Format,
  work: () => Promise<Answered>,
): Promise<Reply> {
  try {
    return writeAnswer(format, await work())
  } catch (error) {
    if (error instanceof Open311Error) return writeAnswer(format, describeError(error))
    platform.log.error({ err: error }, 'open311 failed')
    const broken = new Open311Error(500, 'The server failed: try again later')
    return writeAnswer(format, describeError(broken))
  }
}
