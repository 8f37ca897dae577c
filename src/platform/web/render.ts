/** From a view to bytes: HTML, its tag, and the smallest encoding the browser takes. */
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { inLocale } from '../i18n.ts'
import { writeTag } from './entity-tag.ts'
import type { CachedPage } from './page-cache.ts'
import { View, type ViewContext } from './view-context.ts'

/** The view is made and rendered in one go, in the language of the page. */
export function renderPage(context: ViewContext, view: () => VNode): string {
  return inLocale(
    context.locale,
    () =>
      `<!doctype html>${renderToString(h(View.Provider, { value: context, children: view() }))}`,
  )
}

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

export function chooseEncoding(accepted: string | undefined): 'br' | 'gzip' | null {
  if (accepted === undefined) return null
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

/** `isKept` pages are compressed once for many readers, so harder. */
export async function encodePage(
  html: string,
  encoding: 'br' | 'gzip' | null,
  isKept: boolean,
): Promise<CachedPage> {
  const bytes = Buffer.from(html)
  const etag = writeTag(bytes, encoding ?? '')
  return { etag, body: await encodeBytes(bytes, encoding, isKept), encoding }
}

export function encodeBytes(
  bytes: Buffer,
  encoding: 'br' | 'gzip' | null,
  isKept: boolean,
): Promise<Buffer> | Buffer {
  if (encoding === 'br') {
    return brotli(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: isKept ? 9 : 4,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    })
  }
  return encoding === 'gzip' ? gzip(bytes, { level: 6 }) : bytes
}
