/** What follows a first proof, whichever it was: the second factor where there is one, then the session. */
import { type Context, type Redirect, seeOther } from '#platform/web.ts'
import type { Person } from '../people/person.queries.ts'
import { startSecondFactor } from '../second-factor/challenge.ts'
import { rememberDevice } from './device.ts'
import { openSession } from './session.ts'

export async function finishSignIn(
  context: Context,
  person: Pick<Person, 'id' | 'totpConfirmedAt'>,
  next: string,
  text?: string,
): Promise<Redirect> {
  if (person.totpConfirmedAt !== null) return startSecondFactor(context, person.id, next)
  await welcome(context, person.id, false)
  return seeOther(next, text)
}

/** Opens the session and remembers the browser. */
export async function welcome(
  context: Context,
  personId: string,
  hasSecondFactor: boolean,
): Promise<void> {
  await openSession(context, { personId, hasSecondFactor })
  await rememberDevice(context, personId)
}
