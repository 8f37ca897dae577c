/** What waits in the browser between two pages: encrypted, dated, and of no use under another name. */
import { decryptText, encryptText } from '#platform/secret.ts'
import type { Context } from '#platform/web.ts'

interface Sealed<Value> {
  readonly name: string
  readonly until: number
  readonly value: Value
}

export interface SealedCookie<Value> {
  keep(context: Context, value: Value): void
  read(context: Context): Value | null
  forget(context: Context): void
}

export function createSealedCookie<Value>(name: string, lastsSeconds: number): SealedCookie<Value> {
  return {
    keep({ platform, now, setCookie }, value) {
      const sealed: Sealed<Value> = { name, until: now.getTime() + lastsSeconds * 1000, value }
      const text = encryptText(JSON.stringify(sealed), platform.secret)
      setCookie(name, text, { maxAge: lastsSeconds })
    },
    read({ platform, now, getCookie }) {
      const sealed = unseal<Value>(getCookie(name), platform.secret)
      return sealed?.name === name && sealed.until > now.getTime() ? sealed.value : null
    },
    forget({ setCookie }) {
      setCookie(name, null)
    },
  }
}

/** A text that this server did not seal counts for nothing. */
function unseal<Value>(text: string | null, secret: Buffer): Sealed<Value> | null {
  if (!text) return null
  try {
    return JSON.parse(decryptText(text, secret)) as Sealed<Value>
  } catch {
    return null
  }
}
