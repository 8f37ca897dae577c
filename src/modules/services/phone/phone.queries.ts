/** What a telephone may be told: its own requests by their number, and what everybody may read. */
import { listCommunePlaces } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import { listFees } from '../inventory/sheet.queries.ts'
import { isPayable } from '../payments/payment.actions.ts'
import type { Due } from '../procedures/decide.rules.ts'
import { type ToldFee, tellFee } from '../procedures/fee-lines.rules.ts'
import type { Definition } from '../procedures/procedure.types.ts'
import { listPublished } from '../procedures/published.queries.ts'
import type { Request } from '../requests/request.lifecycle.ts'

export interface PhoneRequest extends Pick<Request, 'reference' | 'status' | 'dueOn' | 'pausedAt'> {
  /** In FCFA; null when nothing is due, nobody knows, or it was paid. */
  readonly toPay: number | null
}

const mostRequests = 12

/** The last received first; only the one of this number, if one is given. */
export async function listRequestsOfPhone(
  db: Db,
  phone: string,
  most = mostRequests,
  reference?: string,
): Promise<PhoneRequest[]> {
  let requests = db
    .selectFrom('services.request as request')
    .leftJoin('services.payment as payment', (join) =>
      join.onRef('payment.requestId', '=', 'request.id').on('payment.refundedAt', 'is', null),
    )
    .select(['request.reference', 'request.status', 'request.dueOn', 'request.pausedAt'])
    .select(['request.due', 'payment.id as paymentId'])
    .where('request.applicantPhone', '=', phone)
    .where('request.receivedAt', 'is not', null)
  if (reference) requests = requests.where('request.reference', '=', reference)
  const rows = await requests.orderBy('request.receivedAt', 'desc').limit(most).execute()
  return rows.map(({ due, paymentId, status, ...row }) => {
    const owed = due as unknown as Due | null
    const known = status as Request['status']
    const isOwed = owed?.kind === 'due' && paymentId === null && isPayable(known)
    return { ...row, status: known, toPay: isOwed ? owed.total : null }
  })
}

/** The request of this number, if it gave this telephone. */
export async function findRequestOfPhone(
  db: Db,
  phone: string,
  reference: string,
): Promise<Request | undefined> {
  const row = await db
    .selectFrom('services.request')
    .selectAll()
    .where('applicantPhone', '=', phone)
    .where('reference', '=', reference)
    .where('receivedAt', 'is not', null)
    .executeTakeFirst()
  return row as unknown as Request | undefined
}

const mostCommunes = 12

export async function listCommunesByName(db: Db, typed: string) {
  const beginning = foldWords(typed)
  if (beginning === '') return []
  const places = await listCommunePlaces(db)
  return places
    .filter(({ name }) => foldWords(name).startsWith(beginning))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    .slice(0, mostCommunes)
}

const mostProcedures = 60

export async function listProceduresOnPhone(db: Db, communeId: string) {
  const found = await listPublished(db, { words: '', communeId }, null, mostProcedures)
  return found
    .filter(({ status }) => status === 'open')
    .sort((a, b) => a.title.localeCompare(b.title, 'fr'))
}

export async function findProcedureOnPhone(
  db: Db,
  procedureId: string,
  today: string,
): Promise<{ readonly definition: Definition; readonly fee: ToldFee }> {
  const row = orNotFound(
    await db
      .selectFrom('services.procedure as procedure')
      .innerJoin('services.procedureRevision as revision', (join) =>
        join
          .onRef('revision.procedureId', '=', 'procedure.id')
          .onRef('revision.number', '=', 'procedure.revision'),
      )
      .select(['procedure.communeId', 'procedure.serviceCode', 'revision.definition'])
      .where('procedure.id', '=', procedureId)
      .executeTakeFirst(),
  )
  const definition = row.definition as unknown as Definition
  const { communeId, serviceCode } = row
  const tariffs = await listFees(db, { communeId, serviceCode })
  return { definition, fee: tellFee(definition, tariffs, today) }
}
