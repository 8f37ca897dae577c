/** A town hall's own software, as it calls: with a key, over HTTP. */
import { createKey } from '#modules/identity/api-keys/api-key.actions.ts'
import type { Scope } from '#modules/identity/index.ts'
import { prefix } from '#modules/services/govstack/operation.lists.ts'
import { writeAs } from '#platform/database.ts'
import type { TestApp } from '../app.ts'
import { demoActor } from './demo-actors.ts'

let count = 0

/** A key of a commune of the demonstration world, such as « se.glazoue » makes it. */
export async function makeKey(
  { platform }: TestApp,
  account: string,
  scopes: readonly Scope[],
): Promise<{ readonly id: string; readonly key: string; readonly name: string }> {
  const actor = demoActor(account)
  const organisation = actor.organisation
  if (!organisation) throw new Error(`${account} acts for nobody`)
  const name = `Logiciel ${++count}`
  const made = await writeAs(platform.db, actor, (db) => {
    const asked = { name, scopes, days: 30 }
    return createKey({ db, actor, now: new Date() }, organisation, asked)
  })
  if (typeof made === 'string') throw new Error(made)
  return { ...made, name }
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it awaits
  readonly body: any
}

interface Sending {
  readonly key?: string | null
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function createSystem({ origin }: TestApp) {
  return async (path: string, sending: Sending = {}): Promise<Answered> => {
    const { key, body, headers = {} } = sending
    const isForm = body instanceof FormData
    const response = await fetch(path.startsWith('http') ? path : `${origin}${prefix}${path}`, {
      method: sending.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      ...{ status: response.status, headers: response.headers, text },
      body: isJson && text ? JSON.parse(text) : null,
    }
  }
}

/** One pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export function fileForm(bytes: Buffer, name: string, type: string): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}

/** What a copy of a birth record asks, without the picture of a card. */
export const birthCopy = {
  ...{ askerName: 'Afi Exemple', askerPhone: '01 97 00 00 77' },
  ...{ recordName: 'Afi Exemple', birthDay: '1999-04-03', birthPlace: 'Glazoué' },
  ...{ knowsNumber: false, copies: 2, link: 'self' },
  signature: { name: 'Afi Exemple' },
}
