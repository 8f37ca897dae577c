/** What the browser's measurement is served with: nothing that can be compressed or kept, and no more than announced. */
import { randomBytes } from 'node:crypto'
import { getPersonId } from '#platform/actor.ts'
import { NotFound, TooMany } from '#platform/errors.ts'
import { type Context, endpoint, type Reply, type Route } from '#platform/web.ts'
import { mayKeepConnectivity } from './connectivity.policy.ts'
import { isDownloadSize, largestUpload, sizesOf } from './speed-test.rules.ts'

/** Requests an hour for one account: about a dozen series. */
const hourly = { latency: 100, download: 110, upload: 90 } as const

/** After the reading transaction, since the count has a connection of its own. */
function counted(kind: keyof typeof hourly, context: Context, answer: () => Reply) {
  return async (): Promise<Reply> => {
    const key = `speed ${kind} ${getPersonId(context.actor)}`
    const isLeft = await context.platform.rateLimiter.tryPoint(key, hourly[kind], 3600)
    if (!isLeft) throw new TooMany()
    return answer()
  }
}

const latencyEndpoint = endpoint('/espace/connectivite/mesure/latence', {
  load: () => null,
  allow: mayKeepConnectivity,
  reply: (_, context) => counted('latency', context, () => ({ status: 204, body: null })),
})

const downloadEndpoint = endpoint('/espace/connectivite/mesure/descendant', {
  load: (_, { query }: Context) => Number(query.octets ?? sizesOf(1)[0]),
  allow: mayKeepConnectivity,
  reply: (bytes, context) => {
    if (!isDownloadSize(bytes)) throw new NotFound()
    return counted('download', context, () => ({
      headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'identity' },
      body: randomBytes(bytes),
    }))
  },
})

/** The bytes arrive as a field, so that the form's proof comes with them; they are counted and let go. */
const uploadEndpoint = endpoint('/espace/connectivite/mesure/montant', {
  method: 'POST',
  load: (_, { fields }: Context) => String(fields.remplissage ?? '').length,
  allow: mayKeepConnectivity,
  reply: (length, context) => {
    if (length > largestUpload) throw new NotFound()
    return counted('upload', context, () => ({ status: 204, body: null }))
  },
})

export const speedTestRoutes: Route[] = [latencyEndpoint, downloadEndpoint, uploadEndpoint]
