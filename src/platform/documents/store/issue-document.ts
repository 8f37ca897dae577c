/**
 * Issues a paper: printed, kept by its content, recorded with the code by which it is checked. The same content is not
 * issued twice; a changed one takes the place of the paper before it on the same subject.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { recordAudit } from '../../audit.ts'
import type { Db } from '../../database.ts'
import { Conflict } from '../../errors.ts'
import { toDay } from '../../format.ts'
import { createId } from '../../id.ts'
import type { Context } from '../../web.ts'
import { layOut } from '../lay-out.rules.ts'
import type { DocumentModel } from '../model.types.ts'
import { sealFacts } from '../offline/seal-key.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { createCode, showCode } from './document-code.ts'
import { findDocument, findLatestDocument, type StoredDocument } from './document-records.ts'

export interface NewDocument {
  /** « needSheet », « openingMinutes »: one line of papers per kind and subject. */
  readonly kind: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** In whose name; the name is the one shown to whoever checks the paper. */
  readonly issuer: { readonly id: string; readonly name: string }
  /** The other organisations that may read it. */
  readonly readerIds?: readonly string[]
  /** Whom it was given to, when the paper must be checked without a network: their name is then in its square, signed. */
  readonly holder?: string
  /** The person it is about, who may read it. */
  readonly personId?: string
  /** True when everybody may read it. */
  readonly isPublic?: boolean
  readonly model: DocumentModel
}

type Issuing = Pick<Context, 'db' | 'actor' | 'now' | 'platform'>

/** In the request's transaction; whoever acts must belong to the issuer or to a reader. */
export async function issueDocument(context: Issuing, paper: NewDocument): Promise<StoredDocument> {
  const latest = await findLatestDocument(context.db, paper.kind, paper.subject.id)
  const contentSha256 = hashContent(paper)
  if (latest && saysStill(latest, contentSha256)) return latest
  const code = createCode()
  const bytes = await print(context, paper, code)
  const id = await record(context, paper, { code, contentSha256, bytes, replacesId: latest?.id })
  if (id === null) return findTwin(context, paper)
  return (await findDocument(context.db, id)) as StoredDocument
}

/** The paper that says just this and still holds, when it has been issued. */
export async function findIssuedDocument(
  db: Db,
  paper: NewDocument,
): Promise<StoredDocument | undefined> {
  const latest = await findLatestDocument(db, paper.kind, paper.subject.id)
  return latest && saysStill(latest, hashContent(paper)) ? latest : undefined
}

function saysStill({ revokedAt, contentSha256 }: StoredDocument, content: string): boolean {
  return revokedAt === null && contentSha256 === content
}

/** Somebody issued one at the same moment: the same paper, or one that this act has not seen. */
async function findTwin({ db }: Issuing, paper: NewDocument): Promise<StoredDocument> {
  const twin = await findIssuedDocument(db, paper)
  if (twin) return twin
  throw new Conflict('Ce document vient d’être émis par quelqu’un d’autre. Rechargez la page.')
}

/** What it says: an emblem given since is no reason to issue again what was signed under the old letterhead. */
function hashContent({ model, readerIds = [], isPublic = false }: NewDocument): string {
  const { emblem: _, ...said } = layOut({ ...model, verification: undefined })
  const content = JSON.stringify([said, null, [...readerIds].sort(), isPublic])
  return createHash('sha256').update(content).digest('hex')
}

function print({ platform }: Issuing, paper: NewDocument, code: string): Promise<Buffer> {
  const { origin } = platform.config
  const shown = showCode(code)
  const verification = {
    ...{ code: shown, url: `${origin}/verifier/${shown}` },
    ...(paper.holder !== undefined && {
      sealed: `${origin}/verifier/hors-ligne#${seal(platform.secret, paper, shown)}`,
    }),
  }
  return renderPdf({ ...paper.model, verification })
}

function seal(secret: Buffer, { issuer, model, holder = '' }: NewDocument, code: string): string {
  const { kicker: name, title, reference, date } = model
  const day = typeof date === 'string' ? date.slice(0, 10) : toDay(date)
  return sealFacts(secret, { code, issuer: issuer.name, name, title, reference, date: day, holder })
}

interface Printed {
  readonly code: string
  readonly contentSha256: string
  readonly bytes: Buffer
  readonly replacesId: string | undefined
}

async function record(
  context: Issuing,
  paper: NewDocument,
  { bytes, ...printed }: Printed,
): Promise<string | null> {
  const { db, actor, now, platform } = context
  const kept = await platform.files.store(Readable.from([bytes]), bytes.length)
  if (!kept.ok) throw new Error(`The file store refused a document: ${kept.because}`)
  const { subject, issuer, model } = paper
  const id = createId(now.getTime())
  const row = await db
    .insertInto('platform.document')
    .values({
      ...printed,
      ...kept.content,
      id,
      kind: paper.kind,
      mediaType: 'application/pdf',
      subjectKind: subject.kind,
      subjectId: subject.id,
      reference: model.reference.slice(0, 80),
      name: model.kicker.slice(0, 120),
      title: (model.title || model.kicker).slice(0, 500),
      issuerId: issuer.id,
      issuerName: issuer.name,
      readerIds: [...new Set([issuer.id, ...(paper.readerIds ?? [])])],
      isPublic: paper.isPublic ?? false,
      personId: paper.personId ?? null,
      createdBy: actor.id,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  const written = { subjectKind: 'document', subjectId: id, details: { kind: paper.kind } }
  const entry = { actor, organisationId: issuer.id, action: 'document.issue', ...written }
  await recordAudit(db, entry, now)
  return id
}
