/** Where each startup is established and when it holds a label: what is counted of those who win. */
import type { Db } from '#platform/database.ts'

export interface StartupStanding {
  readonly id: string
  readonly labelIssuedOn: string | null
  readonly labelExpiresOn: string | null
  /** Of its seat; null while it has not said where it is. */
  readonly departmentCode: string | null
}

/** Every startup, in one query, whatever its file says now. Read as the system: files are not all public. */
export function listStandings(db: Db): Promise<StartupStanding[]> {
  return db
    .selectFrom('directory.startup as startup')
    .leftJoin('directory.commune as commune', 'commune.id', 'startup.communeId')
    .select(['startup.id', 'startup.labelIssuedOn', 'startup.labelExpiresOn'])
    .select('commune.departmentCode')
    .execute()
}
