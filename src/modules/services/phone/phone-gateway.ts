/**
 * The gateway of telephones calls addresses that carry a secret, since it signs nothing and its word is taken for who calls or writes.
 */
import { timingSafeEqual } from 'node:crypto'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, fields, type Reply } from '#platform/web.ts'

/** What it says of a call or a message: the number as E.164, null when it cannot be read. */
export interface Call {
  readonly phone: string | null
  readonly text: string
}

interface Answering<Path extends string> {
  readonly path: Path
  /** Which field bears the number: `phoneNumber` of a session, `from` of a message. */
  readonly numberField: 'phoneNumber' | 'from'
  readonly answer: (call: Call, context: Context) => Promise<Reply>
}

export function phoneEndpoint<Path extends `/${string}/:secret`>({
  path,
  numberField,
  answer,
}: Answering<Path>) {
  return endpoint(path, {
    method: 'POST',
    isCsrfExempt: true,
    load: (params, { platform }: Context) =>
      isKnown((params as { secret: string }).secret, platform.config.phoneSecret),
    allow: everyone,
    reply: (isGateway, context) => {
      if (!isGateway) return { status: 404, body: '' }
      const { text } = context.fields
      const phone = fields.optionalPhone().safeParse(context.fields[numberField])
      const call = {
        phone: phone.success ? phone.data : null,
        text: typeof text === 'string' ? text : '',
      }
      return () => answer(call, context)
    },
  })
}

function isKnown(given: string, expected: string | null): boolean {
  if (expected === null) return false
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
