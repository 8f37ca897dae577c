/** Proof that a form was shown by us to this browser: a random cookie, and its signature with the session in the form. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createToken } from '../id.ts'
import type { Platform } from './context.ts'
import type { Fields } from './submission.ts'

const visitCookie = 'cauri-visite'

export function createCsrf({ secret, config }: Platform) {
  const sign = (value: string) =>
    createHmac('sha256', secret).update(`csrf:${value}`).digest('base64url')
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.origin.startsWith('https:'),
  } as const

  return {
    sign,
    createToken(request: FastifyRequest, reply: FastifyReply, sessionId: string | null): string {
      let visit = request.cookies[visitCookie]
      if (!visit) {
        visit = createToken()
        request.cookies[visitCookie] = visit
        reply.setCookie(visitCookie, visit, options)
      }
      return sign(`${visit}:${sessionId ?? ''}`)
    },
    verify(request: FastifyRequest, fields: Fields, sessionId: string | null): boolean {
      const visit = request.cookies[visitCookie]
      const given = fields._csrf ?? request.headers['x-csrf-token']
      if (!visit || typeof given !== 'string') return false
      const expected = Buffer.from(sign(`${visit}:${sessionId ?? ''}`))
      const actual = Buffer.from(given)
      return expected.length === actual.length && timingSafeEqual(expected, actual)
    },
  }
}
