/** The steps every route goes through, in one place: load, authorise, act in a transaction, redirect. */
import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import type { z } from 'zod'
import { readAs, writeAs } from '../database/transaction.ts'
import { Forbidden, NotFound, TooMany } from '../errors.ts'
import { inLocale } from '../i18n.ts'
import { isId } from '../id.ts'
import type { Rule } from '../policy.ts'
import type { Context } from './context.ts'
import { claimKey, keepOutcome } from './idempotency.ts'
import type { Request } from './request.ts'
import type { Redirect, Route } from './route.ts'
import type { Site } from './site.ts'

/** What was written is wrong (422), or comes after somebody else’s act (409). */
export type RefusalStatus = 409 | 422

/** Carries a refusal out of the transaction, which it undoes. */
export class Refused extends Error {
  readonly answer: (() => VNode) | Redirect
  readonly status: RefusalStatus
  constructor(answer: (() => VNode) | Redirect, status: RefusalStatus = 422) {
    super('refused')
    this.answer = answer
    this.status = status
  }
}

/**
 * What is read is in the reader’s language; what an act then writes is in French, whoever acts.
 * Parameters named `…Id` must be identifiers: anything else cannot exist, and never reaches SQL.
 */
export async function loadSubject(
  route: Route,
  request: Request,
  context: Context,
): Promise<unknown> {
  for (const [name, value] of Object.entries(request.params)) {
    if (value.length > 200 || (/(^id|Id)$/.test(name) && !isId(value))) throw new NotFound()
  }
  const subject = await inLocale(context.locale, async () =>
    route.load(request.params as never, context),
  )
  if (!(route.allow as Rule<unknown>)(context.actor, subject)) throw new Forbidden()
  return subject
}

/** A visitor reads public rows straight from the pool; a person reads in a transaction that knows them. */
export function readFor<T>(
  site: Site,
  context: Context,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  if (context.actor.kind === 'visitor') return work(context)
  return readAs(site.platform.db, context.actor, (db) => work({ ...context, db }))
}

/**
 * One POST is one transaction: the key of the form, the act and its outcome are written together or not at all.
 * The work is told when the form acted before with something else in it: it must refuse.
 */
export async function writeOnce(
  site: Site,
  context: Context,
  work: (context: Context, isSpent: boolean) => Promise<Redirect>,
): Promise<Redirect | Refused> {
  try {
    return await writeAs(site.platform.db, context.actor, async (db) => {
      const acting = { ...context, db }
      const earlier = await claimKey(acting)
      if (earlier && earlier !== 'spent') return earlier
      const outcome = await work(acting, earlier === 'spent')
      await keepOutcome(acting, outcome)
      return outcome
    })
  } catch (refusal) {
    if (refusal instanceof Refused) return refusal
    throw refusal
  }
}

export async function takePoint(site: Site, route: Route, context: Context): Promise<void> {
  if (route.kind === 'page' || !route.limit) return
  const { points, seconds } = route.limit
  const isLeft = await site.platform.rateLimiter.tryPoint(
    `${route.path} ${context.address}`,
    points,
    seconds,
  )
  if (!isLeft) throw new TooMany()
}

export function redirect(
  site: Site,
  reply: FastifyReply,
  { location, flash }: Redirect,
): FastifyReply {
  if (flash) site.setFlash(reply, flash)
  return reply.header('cache-control', 'no-store').redirect(location, 303)
}

/** The first message of each field. */
export function toErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return errors
}

export const stalePage =
  'La page était ouverte depuis trop longtemps. Rien n’est perdu : vérifiez, puis envoyez de nouveau.'

/** After a cut, or the button « Précédent »: what was changed since must neither vanish nor be done unseen. */
export const spentForm =
  'Ce formulaire avait déjà été envoyé, avec un autre contenu. Regardez ce qui a été enregistré ; pour envoyer aussi ce que vous lisez ici, envoyez de nouveau.'
