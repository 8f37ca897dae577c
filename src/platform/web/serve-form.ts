/** Forms and buttons: what was typed is never lost, and what is sent acts once. */
import type { FastifyReply } from 'fastify'
import { Conflict } from '../errors.ts'
import { passingStore } from '../files/passing-store.ts'
import type { Context } from './context.ts'
import { findHeldSubmission, type HeldSubmission } from './held-submission.ts'
import type { Request } from './request.ts'
import type { Acted, ActionRoute, FormRoute, Redirect } from './route.ts'
import type { Site, Visit } from './site.ts'
import {
  loadSubject,
  type RefusalStatus,
  Refused,
  readFor,
  redirect,
  spentForm,
  stalePage,
  takePoint,
  toErrors,
  writeOnce,
} from './steps.ts'
import { type Fields, readFields, toTypedValues } from './submission.ts'
import { shapeTyped, toShownValues } from './typed-values.ts'

export async function showForm(
  site: Site,
  route: FormRoute,
  request: Request,
  reply: FastifyReply,
) {
  const visit = await site.openVisit(request, reply)
  const shown = await readFor(site, visit.context(), async (reading) => {
    const held = await findHeldFields(reading, request)
    const context = { ...reading, fields: held ?? {} }
    const subject = await loadSubject(route, request, context)
    const values = held
      ? shapeTyped(route.input, held)
      : toShownValues(route.initial(subject as never, context))
    return () => route.invalid(subject as never, { values, errors: {} } as never, context)
  })
  return site.sendView(request, reply, visit, 200, shown)
}

/** What waited for its author; the page is then loaded as if they had just sent it. */
async function findHeldFields(
  { db, actor, now }: Context,
  { url, query }: Request,
): Promise<HeldSubmission['fields'] | null> {
  if (typeof query.reprise !== 'string') return null
  const held = await findHeldSubmission(db, query.reprise, actor, now)
  return held && held.path === url.split('?')[0] ? held.fields : null
}

export async function receiveForm(
  site: Site,
  route: FormRoute,
  request: Request,
  reply: FastifyReply,
) {
  const { visit, fields, isGenuine } = await receive(site, route, request, reply)
  const outcome = await writeOnce(site, visit.context(fields), async (context, isSpent) => {
    const subject = await loadSubject(route, request, context)
    const values = shapeTyped(route.input, toTypedValues(fields, site.platform))
    const bringBack = (errors: object, status?: RefusalStatus) =>
      new Refused(
        () => route.invalid(subject as never, { values, errors } as never, context),
        status,
      )
    if (isSpent) throw bringBack({ form: spentForm })
    if (!isGenuine) throw bringBack({ form: stalePage })
    const parsed = route.input.safeParse(fields)
    if (!parsed.success) throw bringBack(toErrors(parsed.error))
    const acted = await actOrConflict(() =>
      route.valid(subject as never, parsed.data as never, context),
    )
    if (acted instanceof Conflict) throw bringBack({ form: acted.message }, 409)
    if (acted.kind === 'refusal') throw bringBack(acted.errors)
    return acted
  })
  return reveal(site, request, reply, visit, outcome)
}

export async function receiveAction(
  site: Site,
  route: ActionRoute,
  request: Request,
  reply: FastifyReply,
) {
  const { visit, fields, isGenuine } = await receive(site, route, request, reply)
  const outcome = await writeOnce(site, visit.context(fields), async (context, isSpent) => {
    const subject = await loadSubject(route, request, context)
    const sendBack = (errors: Readonly<Record<string, string>>) => {
      const flash = { kind: 'error', text: Object.values(errors).join(' ') } as const
      return new Refused({ kind: 'redirect', location: route.back(subject as never), flash })
    }
    if (isSpent) throw sendBack({ form: spentForm })
    if (!isGenuine) throw sendBack({ form: stalePage })
    const parsed = route.input.safeParse(fields)
    if (!parsed.success) throw sendBack(toErrors(parsed.error))
    const acted = await actOrConflict(() =>
      route.act(subject as never, parsed.data as never, context),
    )
    if (acted instanceof Conflict) throw sendBack({ form: acted.message })
    if (acted.kind === 'refusal') throw sendBack(acted.errors)
    return acted
  })
  return reveal(site, request, reply, visit, outcome)
}

/** Somebody was faster: what was typed, or the page of what was pressed, comes back and says so. */
async function actOrConflict(act: () => Acted | Promise<Acted>): Promise<Acted | Conflict> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Conflict) return error
    throw error
  }
}

async function receive(
  site: Site,
  route: FormRoute | ActionRoute,
  request: Request,
  reply: FastifyReply,
) {
  const visit = await site.openVisit(request, reply)
  await takePoint(site, route, visit.context())
  const files = 'keepsFiles' in route && !route.keepsFiles ? passingStore : site.platform.files
  const fields: Fields = await readFields(request, { ...site.platform, files })
  request.submitted = fields
  const isGenuine = await site.verifyCsrf(request, reply, fields, visit)
  return { visit, fields, isGenuine }
}

function reveal(
  site: Site,
  request: Request,
  reply: FastifyReply,
  visit: Visit,
  outcome: Redirect | Refused,
) {
  const answer = outcome instanceof Refused ? outcome.answer : outcome
  if (typeof answer !== 'function') return redirect(site, reply, answer)
  const status = outcome instanceof Refused ? outcome.status : 422
  return site.sendView(request, reply, visit, status, answer)
}
