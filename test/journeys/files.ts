/** Files as people choose them, and some that they should not have chosen. */
import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
})

export const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })

export const empty = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(0),
})

/** A page with a script, under the name and the type of an image. */
export const disguised = (name: string) =>
  png(name, Buffer.from('<!doctype html><script>alert(document.cookie)</script>'))

/** A byte over so many megabytes; on the disk, as people have it: the browser reads it there, whatever it weighs. */
export function tooLarge(name: string, megabytes: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauri-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, name)
  writeFileSync(file, '%PDF-1.4\n')
  truncateSync(file, megabytes * 1_000_000 + 1)
  return file
}
