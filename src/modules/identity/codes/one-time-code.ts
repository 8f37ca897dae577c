/** Codes of six digits, sent by e-mail or SMS: ten minutes, five tries, one use. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import { writeWords } from '../notifications/write-words.ts'
import type { Identifier } from '../people/identifier.rules.ts'
import { findPerson } from '../people/person.queries.ts'

export type CodePurpose = 'register' | 'signIn' | 'recover' | 'changeContact' | 'sign'

const minutes = 10
const triesAllowed = 5

const codeTitles: Record<CodePurpose, string> = {
  register: 'Votre code pour créer un compte',
  signIn: 'Votre code de connexion',
  recover: 'Votre code pour changer de mot de passe',
  changeContact: 'Votre code de confirmation',
  sign: 'Votre code de signature',
}

interface NewCode {
  readonly purpose: CodePurpose
  readonly identifier: Identifier
  readonly personId: string | null
  /** The fingerprint of the document that a signature is for: the code is right for no other. */
  readonly boundTo?: string
}

/** Queues a new code and returns its identifier; it works only for the browser that is given it. */
export async function sendCode(context: Context, newCode: NewCode): Promise<string> {
  const { db, now } = context
  const { purpose, identifier, personId, boundTo = null } = newCode
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const id = createId(now.getTime())
  const target = identifier.address
  const codeHash = hashCode(context, { id, purpose, target, boundTo }, code)
  const expiresAt = new Date(now.getTime() + minutes * 60_000)
  await db
    .insertInto('identity.oneTimeCode')
    .values({ id, purpose, target, codeHash, personId, boundTo, createdAt: now, expiresAt })
    .execute()
  const reader = personId ? await findPerson(db, personId) : undefined
  await queueMessage(
    db,
    {
      channel: identifier.channel,
      recipient: target,
      personId,
      topic: 'account',
      ...writeWords(reader?.locale ?? context.locale, {
        subject: () => t(codeTitles[purpose]),
        text: () =>
          t(
            'Votre code Cauri : {code}. Il est valable {minutes} minutes. Ne le donnez à personne.',
            {
              code,
              minutes,
            },
          ),
      }),
      link: null,
      dedupeKey: `code:${id}`,
    },
    now,
  )
  return id
}

/** Uses the code up when it is right: the address it proves, and the person it was sent to. */
export async function takeCode(context: Context, codeId: string, typed: string) {
  const { db, now, platform } = context
  if (!(await platform.rateLimiter.tryPoint(`code-try:${codeId}`, triesAllowed, minutes * 60)))
    return null
  const code = await db
    .selectFrom('identity.oneTimeCode')
    .select(['id', 'purpose', 'target', 'codeHash', 'personId', 'boundTo'])
    .where('id', '=', codeId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()
  if (!code || !isRight(context, code, typed)) return null
  await db
    .updateTable('identity.oneTimeCode')
    .set({ usedAt: now })
    .where('id', '=', codeId)
    .execute()
  return { address: code.target, personId: code.personId, boundTo: code.boundTo }
}

interface StoredCode {
  readonly id: string
  readonly purpose: string
  readonly target: string
  readonly boundTo: string | null
}

function isRight(context: Context, code: StoredCode & { codeHash: string }, typed: string) {
  const given = hashCode(context, code, typed.replace(/\D/g, ''))
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(code.codeHash, 'hex'))
}

/** With the server's secret: a million codes are soon tried on a stolen copy of the database. */
function hashCode(
  { platform }: Context,
  { id, purpose, target, boundTo }: StoredCode,
  code: string,
): string {
  const text = `code:${id}:${purpose}:${target}:${boundTo ?? ''}:${code}`
  return createHmac('sha256', platform.secret).update(text).digest('hex')
}
