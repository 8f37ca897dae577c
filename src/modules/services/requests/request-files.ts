/** The files of a request as rows: what is kept, what a backup takes, what is erased and when. */
import type { Db } from '#platform/database.ts'
import { listPageFields } from '../procedures/find-field.rules.ts'
import type { Answers, Definition } from '../procedures/procedure.types.ts'
import { listAnswerFiles } from './answer-files.rules.ts'
import type { Request } from './request.lifecycle.ts'

type Holder = Pick<Request, 'id' | 'communeId' | 'requesterId'>

/** Says anew which files the answers hold. */
export async function recordRequestFiles(
  db: Db,
  { id: requestId, communeId, requesterId }: Holder,
  definition: Definition,
  answers: Answers,
): Promise<void> {
  await db.deleteFrom('services.requestFile').where('requestId', '=', requestId).execute()
  const identity = new Set(listIdentityCodes(definition))
  const rows = listAnswerFiles(answers).map(({ name: field, file }) => ({
    ...{ requestId, communeId, requesterId, field, storedSha256: file.sha256 },
    isIdentity: identity.has(field.split('.').at(-1) ?? ''),
  }))
  if (rows.length > 0) await db.insertInto('services.requestFile').values(rows).execute()
}

function listIdentityCodes({ pages }: Definition): string[] {
  return pages
    .flatMap(listPageFields)
    .filter((field) => 'isIdentity' in field && field.isIdentity === true)
    .map(({ code }) => code)
}

/** The fields whose file is still kept. */
export async function listKeptFields(db: Db, requestId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('services.requestFile')
    .select('field')
    .where('requestId', '=', requestId)
    .execute()
  return new Set(rows.map(({ field }) => field))
}
