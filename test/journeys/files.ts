/** Files as people choose them, and some that they should not have chosen. */
import { Buffer } from 'node:buffer'

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

export const tooLarge = (name: string, megabytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(megabytes * 1_000_000)]),
})
