/** A request whose path and query are read by name. */
import type { FastifyRequest } from 'fastify'

export type Request = FastifyRequest<{
  Params: Record<string, string>
  Querystring: Record<string, string | string[] | undefined>
}>
