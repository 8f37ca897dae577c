/** Files that come with a form: kept by content at once, so that an error elsewhere in the form does not lose them. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Unkept } from '../files.ts'
import { formatNumber } from '../format.ts'

/** No form of Cauri takes a larger file; each field may ask for less. */
export const maxFileBytes = 12_000_000

export interface Upload {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
}

/** An upload that could not be kept. */
export interface FailedUpload {
  readonly name: string
  readonly because: Unkept
}

export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
} as const

const typeNames: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
}

/** A file of rows: whoever reads it says what is wrong with it. */
export function tableFile(maxMegabytes: number) {
  return optionalFile(null, maxMegabytes).refine(
    (value): value is Upload => value !== null,
    'Choisissez un fichier',
  )
}

/** One file, of one of these media types by its content, or of any; null when none was chosen. */
export function optionalFile(types: readonly string[] | null, maxMegabytes: number) {
  const wanted = (types ?? []).map((type) => typeNames[type] ?? type).join(', ')
  // A browser that has no file to send leaves the field out: it must still parse, as null.
  const given = z.preprocess((value) => value ?? null, z.unknown())
  return given.transform((value, context): Upload | null => {
    if (value === undefined || value === '' || value === null) return null
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (isFailed(value)) {
      return refuse(unkept[value.because] ?? tooLarge(maxMegabytes))
    }
    if (!isUpload(value)) return refuse('Choisissez un fichier')
    if (value.sizeBytes > maxMegabytes * 1_000_000) return refuse(tooLarge(maxMegabytes))
    if (types && !types.includes(value.mediaType))
      return refuse(`Ce fichier n’est pas du type attendu : ${wanted}`)
    return value
  })
}

const unkept: Partial<Record<Unkept, string>> = {
  empty: 'Ce fichier est vide : choisissez-en un autre',
  active:
    'Ce PDF contient un programme : enregistrez-le de nouveau en PDF simple, ou imprimez-le en PDF',
  hugeImage: 'Cette image a trop de points pour être affichée : réduisez-la, puis recommencez',
}

function tooLarge(maxMegabytes: number): string {
  return `Ce fichier est trop lourd : ${formatNumber(maxMegabytes)} Mo au plus`
}

function isFailed(value: unknown): value is FailedUpload {
  return typeof value === 'object' && value !== null && 'because' in value
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'mediaType' in value
}

/** A name safe to show and to save under: no path, no control or direction characters, 120 characters. */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).pop() ?? ''
  const visible = base.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim()
  const shown = [...visible.replace(/^\.+/, '')]
  if (shown.length <= 120) return shown.join('') || 'fichier'
  const extension = /\.[a-z0-9]{1,5}$/i.exec(shown.join(''))?.[0] ?? ''
  return shown.slice(0, 120 - extension.length).join('') + extension
}

/** What the form carries for a file that was already kept; only this server can write one. */
export function sealUpload(upload: Upload, secret: Buffer): string {
  const body = Buffer.from(JSON.stringify(upload)).toString('base64url')
  return `${body}.${sign(body, secret)}`
}

export function unsealUpload(sealed: string, secret: Buffer): Upload | null {
  const [body = '', signature = ''] = sealed.split('.')
  const expected = Buffer.from(sign(body, secret))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Upload
}

function sign(body: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(`upload:${body}`).digest('base64url')
}
