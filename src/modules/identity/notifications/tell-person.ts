/** Tells one person what concerns their own account; these messages cannot be turned off. */
import type { Db } from '#platform/database.ts'
import { t, type Words } from '#platform/i18n.ts'
import { deliver } from './deliver.ts'
import type { Topic } from './topics.ts'

interface Notice {
  readonly personId: string
  readonly subject: Words
  readonly text: Words
  readonly link: string
  readonly key: string
}

export function tellPerson(db: Db, notice: Notice, now: Date): Promise<void> {
  return tellOfTopic(db, { ...notice, topic: 'account' }, now)
}

/** Tells one person what they asked for themselves, unless they turned that topic off. */
export async function tellOfTopic(
  db: Db,
  notice: Notice & { readonly topic: Topic; readonly isFormal?: boolean },
  now: Date,
): Promise<void> {
  const person = await db
    .selectFrom('identity.person')
    .select(['id', 'email', 'phone', 'locale'])
    .where('id', '=', notice.personId)
    .executeTakeFirstOrThrow()
  await deliver(db, [person], { ...notice, lettersOf: () => notice }, now)
}

const changeTitles = {
  identityLinked: 'Une identité numérique a été liée à votre compte',
  secondFactorOff: 'La double authentification a été désactivée',
  secondFactorOn: 'La double authentification a été activée',
  passkeyAdded: 'Une clé d’accès a été ajoutée à votre compte',
  passkeyRemoved: 'Une clé d’accès a été supprimée de votre compte',
  contactChanged: 'Une adresse de votre compte a été ajoutée ou changée',
  passwordChanged: 'Votre mot de passe a été changé',
} as const

/** Something changed in how one signs in: whoever did not do it must know, and know what to do. */
export function tellSecurityChange(
  db: Db,
  personId: string,
  change: keyof typeof changeTitles,
  now: Date,
) {
  const subject = () => t(changeTitles[change])
  const text = () =>
    t(
      '{subject}. Si ce n’est pas vous, changez tout de suite de mot de passe et fermez les autres sessions.',
      { subject: subject() },
    )
  const key = `security:${change}:${now.getTime()}`
  return tellPerson(db, { personId, subject, text, link: '/espace/compte', key }, now)
}
