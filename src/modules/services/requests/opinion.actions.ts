/** The opinion of another department: asked for, then given by somebody other than whoever asked. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden, orNotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { Request } from './request.lifecycle.ts'
import { requestPolicy } from './request.policy.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

export interface Opinion {
  readonly id: string
  readonly department: string
  readonly question: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly isFavourable: boolean | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

export function listOpinions({ db }: Pick<Acting, 'db'>, requestId: string): Promise<Opinion[]> {
  return db
    .selectFrom('services.requestOpinion')
    .select(['id', 'department', 'question', 'askedBy', 'askedAt'])
    .select(['isFavourable', 'answer', 'answeredBy', 'answeredAt'])
    .where('requestId', '=', requestId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
}

export async function askOpinion(
  { db, actor, now }: Acting,
  request: Request,
  { department, question }: Pick<Opinion, 'department' | 'question'>,
): Promise<void> {
  if (!requestPolicy.instruct(actor, request)) throw new Forbidden()
  await db
    .insertInto('services.requestOpinion')
    .values({
      ...{ id: createId(now.getTime()), requestId: request.id, communeId: request.communeId },
      ...{ department, question, askedBy: getPersonId(actor), askedAt: now },
    })
    .execute()
}

export async function giveOpinion(
  { db, actor, now }: Acting,
  request: Request,
  opinionId: string,
  { isFavourable, answer }: { readonly isFavourable: boolean; readonly answer: string },
): Promise<void> {
  if (!requestPolicy.instruct(actor, request)) throw new Forbidden()
  const opinion = orNotFound(
    await db
      .selectFrom('services.requestOpinion')
      .select(['askedBy', 'answeredAt'])
      .where('id', '=', opinionId)
      .where('requestId', '=', request.id)
      .forUpdate()
      .executeTakeFirst(),
  )
  if (opinion.answeredAt) throw new Conflict('Cet avis est déjà donné.')
  if (opinion.askedBy === actor.id)
    throw new Conflict('L’avis est donné par une autre personne que celle qui le demande.')
  await db
    .updateTable('services.requestOpinion')
    .set({ isFavourable, answer, answeredBy: getPersonId(actor), answeredAt: now })
    .where('id', '=', opinionId)
    .execute()
}
