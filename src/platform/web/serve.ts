/** Gives every route of every module to the server. */
import type { FastifyInstance } from 'fastify'
import type { Request } from './request.ts'
import type { Route } from './route.ts'
import { serveEndpoint } from './serve-endpoint.ts'
import { receiveAction, receiveForm, showForm } from './serve-form.ts'
import { servePage } from './serve-page.ts'
import type { Site } from './site.ts'

export function serveRoutes(app: FastifyInstance, site: Site, routes: readonly Route[]): void {
  for (const route of routes) serveRoute(app, site, route)
}

function serveRoute(app: FastifyInstance, site: Site, route: Route): void {
  const { path } = route
  switch (route.kind) {
    case 'page':
      app.get(path, (request, reply) => servePage(site, route, request as Request, reply))
      break
    case 'form':
      app.get(path, (request, reply) => showForm(site, route, request as Request, reply))
      app.post(path, (request, reply) => receiveForm(site, route, request as Request, reply))
      break
    case 'action':
      app.post(path, (request, reply) => receiveAction(site, route, request as Request, reply))
      break
    case 'endpoint':
      app.route({
        method: route.method,
        url: path,
        config: { isForMachines: route.isForMachines },
        handler: (request, reply) => serveEndpoint(site, route, request as Request, reply),
      })
  }
}
