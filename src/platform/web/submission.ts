/** What a browser submitted, read once: texts, lists of texts, and files kept by content. */
import type { FastifyRequest } from 'fastify'
import type { Platform } from './context.ts'
import {
  cleanFileName,
  type FailedUpload,
  isUpload,
  maxFileBytes,
  sealUpload,
  type Upload,
  unsealUpload,
} from './uploads.ts'

export type Field = string | string[] | Upload | FailedUpload
export type Fields = Record<string, Field>

export async function readFields(request: FastifyRequest, platform: Platform): Promise<Fields> {
  const fields = request.isMultipart() ? await readParts(request, platform) : readBody(request.body)
  return restoreKeptFiles(fields, platform)
}

function readBody(body: unknown): Fields {
  const fields: Fields = {}
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one !== 'object') addField(fields, name, String(one))
  }
  return fields
}

async function readParts(request: FastifyRequest, platform: Platform): Promise<Fields> {
  const fields: Fields = {}
  for await (const part of request.parts({
    limits: { fileSize: maxFileBytes + 1, files: 12, fields: 300, fieldSize: 500_000 },
  })) {
    if (part.type === 'field') {
      addField(fields, part.fieldname, String(part.value))
      continue
    }
    const name = cleanFileName(part.filename ?? '')
    const outcome = await platform.files.store(part.file, maxFileBytes)
    if (outcome.ok) fields[part.fieldname] = { name, ...outcome.content }
    else if (part.filename) fields[part.fieldname] = { name, because: outcome.because }
  }
  return fields
}

function addField(fields: Fields, name: string, value: string): void {
  if (name === '__proto__') return
  const known = fields[name]
  if (known === undefined) fields[name] = value
  else if (Array.isArray(known)) known.push(value)
  else if (typeof known === 'string') fields[name] = [known, value]
}

function restoreKeptFiles(fields: Fields, platform: Platform): Fields {
  for (const [name, value] of Object.entries(fields)) {
    const target = name.endsWith('.kept') ? name.slice(0, -'.kept'.length) : null
    if (target === null || typeof value !== 'string' || fields[target]) continue
    const upload = unsealUpload(value, platform.secret)
    if (upload) fields[target] = upload
  }
  return fields
}

type TypedValues = Record<string, string | string[]>

/** The typed values a form shows again: texts as they were, files as sealed marks with their name. */
export function toTypedValues(fields: Fields, platform: Platform): TypedValues {
  const typed: TypedValues = {}
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('_') || name.endsWith('.kept')) continue
    if (isUpload(value)) {
      typed[name] = value.name
      typed[`${name}.kept`] = sealUpload(value, platform.secret)
    } else if (typeof value === 'string' || Array.isArray(value)) typed[name] = value
  }
  return typed
}

const secretFields = /mot ?de ?passe|password|^(actuel|nouveau)$|code|secret|jeton|_csrf|_key/i

/** What may wait in the database while somebody signs in again: no secret; of files, the mark that they were received. */
export function toHeldFields(fields: Fields, platform: Platform): TypedValues {
  const texts = Object.entries(toTypedValues(fields, platform)).filter(
    ([name]) => !secretFields.test(name),
  )
  return Object.fromEntries(texts)
}
