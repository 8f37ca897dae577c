/** The HTTP server: security headers, cookies, bodies, assets, health, and then the routes. */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { serveAssets } from './assets.ts'
import type { Platform } from './context.ts'
import { type FailureViews, serveFailures } from './failures.ts'
import { serveHealth } from './health.ts'
import type { Route } from './route.ts'
import { serveRoutes } from './serve.ts'
import { type Authenticate, Site } from './site.ts'

export interface ServerParts {
  readonly platform: Platform
  readonly routes: readonly Route[]
  readonly authenticate: Authenticate
  readonly failureViews: FailureViews
  /** Where the built styles and scripts are. */
  readonly assetDirectory: string
}

export async function createServer(
  parts: ServerParts,
): Promise<{ app: FastifyInstance; site: Site }> {
  const { platform } = parts
  const app = fastify({
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: platform.config.trustsProxy,
    bodyLimit: 2_000_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  }) as unknown as FastifyInstance
  app.decorateRequest('visit', null)
  app.decorateRequest('submitted', null)
  app.decorateRequest('rawBody', null)
  app.decorateRequest('rawBytes', null)
  keepRawJson(app)
  keepRawBytes(app)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 2_000_000 })
  // A file beyond the limit is read without being kept: the form then comes back, and says so beside it.
  await app.register(multipart, { throwFileSizeLimit: false })
  await app.register(helmet, securityHeaders(platform.config.origin))
  const assetUrl = serveAssets(app, parts.assetDirectory)
  const site = new Site({ platform, authenticate: parts.authenticate, assetUrl })
  serveHealth(app, platform)
  serveRoutes(app, site, parts.routes)
  serveFailures(app, site, parts.failureViews)
  return { app, site }
}

/** Machines sign what they send, letter for letter: it is kept beside what it says. */
function keepRawJson(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    request.rawBody = text
    try {
      done(null, text === '' ? {} : JSON.parse(text))
    } catch {
      done(Object.assign(new Error('unreadable JSON'), { statusCode: 400 }))
    }
  })
}

/** A piece of a file, as it came. */
function keepRawBytes(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (request, body, done) => {
      request.rawBytes = body as Buffer
      done(null, {})
    },
  )
}

function securityHeaders(origin: string) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  }
}
