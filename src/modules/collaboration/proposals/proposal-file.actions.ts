/** Attachments of a proposal: encrypted with its own key as soon as they arrive; the clear bytes are forgotten. */
import { Readable } from 'node:stream'
import { getOrganisationId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { Conflict, orNotFound } from '#platform/errors.ts'
import { discardUpload, findFile, readWhole, recordFile } from '#platform/files/file-records.ts'
import { outdated } from '#platform/lifecycle.ts'
import { decryptBytes, encryptBytes } from '#platform/secret.ts'
import type { Context, Upload } from '#platform/web.ts'
import { saveDraft } from './proposal.actions.ts'
import {
  type AttachedFile,
  largestFileMegabytes,
  mostFiles,
  type Proposal,
  type ProposalDraft,
} from './proposal.schema.ts'

/** False when the proposal already has as many files as it may. */
export async function attachFile(
  context: Context,
  proposal: Proposal,
  draft: ProposalDraft,
  upload: Upload,
): Promise<boolean> {
  const { files } = draft.content
  if (files.length >= mostFiles) return false
  const fileId = await storeEncrypted(context, upload, Buffer.from(draft.contentKey, 'base64url'))
  const { name, mediaType, sizeBytes, sha256 } = upload
  await keepFiles(context, proposal, draft, [
    ...files,
    { fileId, name, mediaType, sizeBytes, sha256 },
  ])
  await discardUpload(context, upload)
  return true
}

async function storeEncrypted(context: Context, upload: Upload, key: Buffer): Promise<string> {
  const { db, actor, now, platform } = context
  const sealed = encryptBytes(await readWhole(platform.files, upload.sha256), key)
  const stored = await platform.files.store(
    Readable.from([sealed]),
    (largestFileMegabytes + 1) * 1_000_000,
  )
  if (!stored.ok) throw new Error(`Pièce non gardée : ${stored.because}`)
  const record = {
    ...stored.content,
    name: 'piece-scellee.bin',
    mediaType: 'application/octet-stream',
  }
  const owner = {
    organisationId: getOrganisationId(actor),
    isPublic: false,
    createdBy: actor.id,
  }
  return recordFile(db, record, owner, now)
}

/** The encrypted bytes stay: an envelope already sealed may still hold them. */
export async function detachFile(
  context: Context,
  proposal: Proposal,
  draft: ProposalDraft,
  fileId: string,
): Promise<void> {
  const files = draft.content.files.filter((file) => file.fileId !== fileId)
  await keepFiles(context, proposal, draft, files)
}

async function keepFiles(
  context: Context,
  proposal: Proposal,
  { contentKey, content }: ProposalDraft,
  files: readonly AttachedFile[],
): Promise<void> {
  const draft = { contentKey, content: { ...content, files } }
  if (!(await saveDraft(context, proposal, draft, proposal.version))) throw new Conflict(outdated)
}

/** The clear bytes, for whoever has the key. The caller has checked that the actor may read the proposal. */
export async function readAttachment(
  context: Pick<Context, 'db' | 'actor' | 'platform'>,
  { fileId }: AttachedFile,
  contentKey: Buffer,
): Promise<Buffer> {
  const record = orNotFound(await asSystem(context, () => findFile(context.db, fileId)))
  return decryptBytes(await readWhole(context.platform.files, record.sha256), contentKey)
}
