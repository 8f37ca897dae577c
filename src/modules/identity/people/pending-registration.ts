/** A registration that awaits its code, kept sealed in the browser: nothing is stored of people who never finish. */
import { t } from '#platform/i18n.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import { writeWords } from '../notifications/write-words.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import type { Identifier } from './identifier.rules.ts'
import type { Person } from './person.queries.ts'

interface PendingRegistration {
  readonly name: string
  readonly passwordHash: string
}

export const pendingRegistration = createSealedCookie<PendingRegistration>(
  'cauri-inscription',
  3600,
)

/** The page says the same whether an account exists or not; only its holder reads this message, once an hour at most. */
export async function warnHolder(
  { db, now, platform }: Context,
  { id: personId, locale }: Pick<Person, 'id' | 'locale'>,
  { channel, address }: Identifier,
): Promise<void> {
  if (!(await platform.rateLimiter.tryPoint(`warned:${personId}`, 1, 3600))) return
  const message = {
    channel,
    recipient: address,
    personId,
    topic: 'account',
    ...writeWords(locale, {
      subject: () => t('Vous avez déjà un compte Cauri'),
      text: () =>
        t(
          'Quelqu’un, vous peut-être, a voulu utiliser cette adresse pour un compte. Vous en avez déjà un : connectez-vous, ou choisissez un nouveau mot de passe.',
        ),
    }),
    link: '/connexion',
    dedupeKey: `holder:${personId}:${now.getTime()}`,
  }
  await queueMessage(db, message, now)
}
