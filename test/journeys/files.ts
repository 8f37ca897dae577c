/** Files as people choose them: true ones, and those that must be refused or made harmless. */
import { Buffer } from 'node:buffer'

export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
})

/** One grey pixel. */
export const png = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
})

/** A page with a script that says it is a picture. */
export const falsePicture = {
  name: 'ecran.png',
  mimeType: 'image/png',
  buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
}

export const emptyPdf = { ...pdf('vide.pdf'), buffer: Buffer.alloc(0) }
