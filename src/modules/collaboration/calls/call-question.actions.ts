/** A startup asks, the commune answers everybody. Who asked is kept apart from the question, out of the commune's reach. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { asSystem } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { readClock } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import type { Answer } from './call-answer.queries.ts'
import { takesQuestions } from './call-dates.rules.ts'

export async function askQuestion(context: Context, call: Call, body: string): Promise<void> {
  const { db, actor, now } = context
  if (!takesQuestions(call, await readClock(db)))
    throw new Conflict('Le délai des questions est passé.')
  const id = createId(now.getTime())
  const asker = { startupId: getOrganisationId(actor), askedBy: getPersonId(actor) }
  const question = { id, callId: call.id, askedAt: now }
  await db
    .insertInto('collaboration.callQuestion')
    .values({ ...question, ...asker, body })
    .execute()
  await asSystem(context, async () => {
    await db
      .insertInto('collaboration.callAnswer')
      .values({ ...question, question: body })
      .execute()
  })
  await notify(
    db,
    {
      organisationId: call.communeId,
      roles: communeOfficers,
      topic: 'calls',
      subject: () => t('Question sur l’appel {reference}', { reference: call.reference ?? '' }),
      text: () => body,
      link: `/espace/appels/${call.id}/questions`,
      key: `call:${call.id}:question:${id}`,
    },
    now,
  )
}

interface Given {
  /** As the public will read it: without what would give the asker away. */
  readonly question: string
  readonly answer: string
}

export async function answerQuestion(
  context: Context,
  call: Call,
  asked: Answer,
  { question, answer }: Given,
): Promise<void> {
  const { db, actor, now } = context
  await db
    .updateTable('collaboration.callAnswer')
    .set({ question, answer, answeredBy: getPersonId(actor), answeredAt: now })
    .where('id', '=', asked.id)
    .execute()
  const subject = { subjectKind: 'call', subjectId: call.id }
  const line = { actor, organisationId: call.communeId, action: 'call.answer', ...subject }
  await recordAudit(db, { ...line, details: { answerId: asked.id } }, now)
  await tellAsker(context, call, asked, answer)
}

/** The asker is told without the commune learning who it is. */
async function tellAsker(
  context: Context,
  call: Call,
  { id }: Answer,
  answer: string,
): Promise<void> {
  const { db, now } = context
  await asSystem(context, async () => {
    const asker = await db
      .updateTable('collaboration.callQuestion')
      .set({ answeredAt: now })
      .where('id', '=', id)
      .returning('startupId')
      .executeTakeFirst()
    if (!asker) return
    await notify(
      db,
      {
        organisationId: asker.startupId,
        roles: ['manager', 'member'],
        topic: 'calls',
        subject: () =>
          t('Réponse à votre question sur l’appel {reference}', {
            reference: call.reference ?? '',
          }),
        text: () => answer,
        link: `/appels/${call.reference}`,
        key: `call:${call.id}:answer:${id}:${now.getTime()}`,
      },
      now,
    )
  })
}
