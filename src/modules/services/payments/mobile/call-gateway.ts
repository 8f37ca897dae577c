/** Asks a gateway over HTTP and reads its answer, or throws a GatewayFault: redirects are not followed, silence has an end. */
import type { z } from 'zod'
import { GatewayFault } from './gateway.types.ts'

/** Longer than a slow network takes, shorter than a person waits. */
const patienceMs = 15_000

interface Call<Shape extends z.ZodType> {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly shape: Shape
  readonly body?: object | undefined
}

export async function callGateway<Shape extends z.ZodType>({
  url,
  method,
  headers,
  shape,
  body,
}: Call<Shape>): Promise<z.infer<Shape>> {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((cause) => {
    throw new GatewayFault('no answer', { cause })
  })
  const read = shape.safeParse(await answer.json().catch(() => null))
  if (!answer.ok || !read.success) throw new GatewayFault(`answered ${answer.status}`)
  return read.data
}
