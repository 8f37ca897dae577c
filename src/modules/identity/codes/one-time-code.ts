/** Codes of six digits, sent by e-mail or SMS: ten minutes, five tries, the newest only. */
import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Db } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Identifier } from '../people/identifier.rules.ts'

export type CodePurpose = 'register' | 'signIn' | 'recover' | 'changeContact'

const minutes = 10
const triesAllowed = 5

const subjects: Record<CodePurpose, string> = {
  register: 'Votre code pour créer un compte',
  signIn: 'Votre code de connexion',
  recover: 'Votre code pour changer de mot de passe',
  changeContact: 'Votre code pour confirmer cette adresse',
}

interface CodeRequest {
  readonly purpose: CodePurpose
  readonly identifier: Identifier
  readonly personId: string | null
}

/** Queues a new code; earlier ones for the same purpose stop working. */
export async function sendCode(
  db: Db,
  { purpose, identifier, personId }: CodeRequest,
  now: Date,
): Promise<void> {
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const id = createId(now.getTime())
  await db
    .insertInto('identity.oneTimeCode')
    .values({
      id,
      purpose,
      target: identifier.address,
      codeHash: hashCode(purpose, identifier.address, code),
      personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
    })
    .execute()
  await queueMessage(
    db,
    {
      channel: identifier.channel,
      recipient: identifier.address,
      personId,
      topic: 'account',
      subject: subjects[purpose],
      body: `Votre code Cauri : ${code}. Il est valable ${minutes} minutes. Ne le donnez à personne.`,
      link: null,
      dedupeKey: `code:${id}`,
    },
    now,
  )
}

/**
 * Whether this is the newest code for the address. A wrong try is counted by the caller outside of the transaction,
 * which a refusal undoes (see `code-tries.ts`).
 */
export async function useCode(
  db: Db,
  purpose: CodePurpose,
  address: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const newest = await db
    .selectFrom('identity.oneTimeCode')
    .selectAll()
    .where('target', '=', address)
    .where('purpose', '=', purpose)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!newest || newest.usedAt !== null || newest.expiresAt <= now) return false
  if (!isSame(newest.codeHash, hashCode(purpose, address, code.replace(/\s/g, '')))) return false
  await db
    .updateTable('identity.oneTimeCode')
    .set({ usedAt: now })
    .where('id', '=', newest.id)
    .execute()
  return true
}

export const codeTries = { points: triesAllowed, seconds: minutes * 60 }

function hashCode(purpose: CodePurpose, address: string, code: string): string {
  return createHash('sha256').update(`${purpose}:${address}:${code}`).digest('hex')
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
