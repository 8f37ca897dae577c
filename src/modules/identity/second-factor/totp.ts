/** The second factor: codes of an authenticator (RFC 6238), never the same one twice, and codes on paper. */
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Db } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { decryptText, encryptText } from '#platform/secret.ts'

const issuer = 'Cauri'
const stepSeconds = 30
const paperCodes = 8

function createTotp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer, label, period: stepSeconds, secret: Secret.fromBase32(secret) })
}

/** A new secret, and the address that an authenticator reads from a QR code. */
export function createEnrolment(label: string): { secret: string; address: string } {
  const secret = new Secret({ size: 20 }).base32
  return { secret, address: createTotp(secret, label).toString() }
}

/** The counter of the code when it is right (one step early or late is), else null. */
export function findCounter(secret: string, code: string, now: Date): number | null {
  const delta = createTotp(secret).validate({
    token: code.replace(/\s/g, ''),
    timestamp: now.getTime(),
    window: 1,
  })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + delta
}

/** Confirms the authenticator and returns the paper codes, shown this once. */
export async function enrol(
  db: Db,
  key: Buffer,
  { personId, secret, code }: { personId: string; secret: string; code: string },
  now: Date,
): Promise<string[] | null> {
  const counter = findCounter(secret, code, now)
  if (counter === null) return null
  const set = {
    totpSecret: encryptText(secret, key),
    totpConfirmedAt: now,
    totpLastCounter: counter,
  }
  await db.updateTable('identity.person').set(set).where('id', '=', personId).execute()
  return replacePaperCodes(db, personId, now)
}

async function replacePaperCodes(db: Db, personId: string, now: Date): Promise<string[]> {
  await db.deleteFrom('identity.recoveryCode').where('personId', '=', personId).execute()
  const codes = Array.from({ length: paperCodes }, () =>
    randomBytes(5)
      .toString('hex')
      .replace(/^(.{5})/, '$1-'),
  )
  const rows = codes.map((code) => ({
    id: createId(now.getTime()),
    personId,
    codeHash: hashPaperCode(code),
  }))
  await db.insertInto('identity.recoveryCode').values(rows).execute()
  return codes
}

export async function removeTotp(db: Db, personId: string): Promise<void> {
  const set = { totpSecret: null, totpConfirmedAt: null, totpLastCounter: null }
  await db.updateTable('identity.person').set(set).where('id', '=', personId).execute()
  await db.deleteFrom('identity.recoveryCode').where('personId', '=', personId).execute()
}

/** A code of the authenticator or one from the paper; each works once. */
export async function useSecondFactor(
  db: Db,
  key: Buffer,
  personId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const person = await db
    .selectFrom('identity.person')
    .select(['totpSecret', 'totpLastCounter'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person?.totpSecret) return false
  const counter = findCounter(decryptText(person.totpSecret, key), code, now)
  if (counter === null) return usePaperCode(db, personId, code, now)
  if (person.totpLastCounter !== null && counter <= person.totpLastCounter) return false
  await db
    .updateTable('identity.person')
    .set({ totpLastCounter: counter })
    .where('id', '=', personId)
    .execute()
  return true
}

async function usePaperCode(db: Db, personId: string, code: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('identity.recoveryCode')
    .set({ usedAt: now })
    .where('personId', '=', personId)
    .where('codeHash', '=', hashPaperCode(code))
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

function hashPaperCode(code: string): string {
  return createHash('sha256')
    .update(
      code
        .trim()
        .toLowerCase()
        .replace(/[^0-9a-f]/g, ''),
    )
    .digest('hex')
}
