/** The files of the demonstration world: whose they are in the database, and their bytes in the store. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Db } from '#platform/database.ts'
import type { FileStore } from '#platform/files.ts'
import { type Ago, demoId, organisationId } from '../ids.ts'
import { requestFile } from './request-file.ts'
import { type DemoFile, solutionFiles } from './solution-files.ts'

const mediaTypes = { screenshot: 'image/png', document: 'application/pdf' } as const

const fileId = ({ solution, name }: DemoFile) => demoId(`file:${solution}:${name}`)

/** All of them belong to verified solutions of verified startups: everybody reads them. */
export async function loadSolutionFiles(db: Db, ago: Ago): Promise<void> {
  const records = solutionFiles.map((file) => ({
    id: fileId(file),
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    sizeBytes: file.bytes.length,
    mediaType: mediaTypes[file.kind],
    name: file.name,
    organisationId: organisationId(file.startup),
    isPublic: true,
    createdAt: ago(365),
  }))
  await db.insertInto('platform.file').values(records).execute()
  const links = solutionFiles.map((file, position) => ({
    solutionId: demoId(`solution:${file.solution}`),
    fileId: fileId(file),
    kind: file.kind,
    caption: file.caption,
    position: position + 1,
  }))
  await db.insertInto('directory.solutionFile').values(links).execute()
}

export async function storeDemoFiles(files: FileStore): Promise<void> {
  for (const { bytes } of [...solutionFiles, requestFile])
    await files.store(Readable.from([bytes]), bytes.length)
}
