/** Publication: the dates are checked against the rules in force, the call's key is made, matching startups are told afterwards. */
import { listOrganisationNames, notify } from '#modules/identity/index.ts'
import { asSystem } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import type { Subscriber } from '#platform/events.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { listMatchingStartups } from '../matching/matching-startups.queries.ts'
import { createCallKeys } from '../proposals/seal.ts'
import { checkCallDates, moveCall } from './call.actions.ts'
import { callMechanismLabels } from './call.labels.ts'
import { getCall } from './call.queries.ts'
import type { Call } from './call.schema.ts'

export async function publishCall(context: Context, call: Call): Promise<Call> {
  const [problem] = Object.values(await checkCallDates(context.db, call, context.now))
  if (problem) throw new Conflict(problem)
  const published = await moveCall(context, call, 'publish')
  await createKeyOf(context, published)
  return published
}

async function createKeyOf(context: Context, { id }: Call): Promise<void> {
  const { publicJwk, sealedPrivateKey } = await createCallKeys(id, context.platform.secret)
  await asSystem(context, () =>
    context.db
      .insertInto('collaboration.callKey')
      .values({
        callId: id,
        publicJwk: JSON.stringify(publicJwk),
        sealedPrivateKey,
        createdAt: context.now,
      })
      .execute(),
  )
}

/** After 'call.publish': startups with a solution of the same domains learn of the call, once. */
export const alertMatchingStartups: Subscriber = async (db, { subjectId, occurredAt }) => {
  const call = await getCall(db, subjectId)
  const names = await listOrganisationNames(db, [call.communeId])
  for (const startupId of await listMatchingStartups(db, call)) {
    await notify(
      db,
      {
        organisationId: startupId,
        roles: ['manager', 'member'],
        topic: 'calls',
        subject: () =>
          t('{what} : {about}', {
            what: t(callMechanismLabels[call.mechanism]),
            about: call.title,
          }),
        text: () =>
          t('La commune de {commune} cherche une réponse. Propositions jusqu’au {date}.', {
            commune: names.get(call.communeId) ?? '',
            date: call.deadline ? formatDateTime(call.deadline) : '',
          }),
        link: `/appels/${call.reference}`,
        key: `call:${call.id}:alert`,
      },
      occurredAt,
    )
  }
}
