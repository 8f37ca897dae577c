import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import zlib from 'node:zlib'
import { addCatalogue, currentLocale, t } from '../i18n.ts'
import { chooseEncoding, encodePage, renderPage } from './render.ts'
import { blankView, useView } from './view-context.ts'

addCatalogue('en', { Bonjour: 'Hello' })

function Greeting({ name }: { name: string }) {
  return (
    <p title={name}>
      {t('Bonjour')} {name} {useView().url}
    </p>
  )
}

describe('a page', () => {
  test('is HTML in which what people wrote stays text', () => {
    const html = renderPage(blankView, () => <Greeting name={'<script>"x"</script>'} />)
    assert.ok(html.startsWith('<!doctype html><p'))
    assert.doesNotMatch(html, /<script>/)
    assert.match(html, /title="&lt;script>&quot;x&quot;&lt;\/script>"/)
  })

  test('speaks the language of its reader, and of nobody else', () => {
    const view = { ...blankView, locale: 'en', url: '/communes' }
    assert.match(
      renderPage(view, () => <Greeting name="Ama" />),
      /Hello Ama \/communes/,
    )
    assert.equal(currentLocale(), 'fr')
  })
})

describe('its bytes', () => {
  const html = `<p>${'état civil '.repeat(500)}</p>`

  test('come in the smallest encoding the browser takes', async () => {
    assert.equal(chooseEncoding('gzip, deflate, br, zstd'), 'br')
    assert.equal(chooseEncoding('gzip, deflate'), 'gzip')
    assert.equal(chooseEncoding('identity'), null)
    assert.equal(chooseEncoding(undefined), null)
    const [packed, zipped, plain] = await Promise.all([
      encodePage(html, 'br', true),
      encodePage(html, 'gzip', false),
      encodePage(html, null, false),
    ])
    assert.equal(String(zlib.brotliDecompressSync(packed.body)), html)
    assert.equal(String(zlib.gunzipSync(zipped.body)), html)
    assert.equal(String(plain.body), html)
    assert.ok(packed.body.length < plain.body.length / 10)
  })

  test('have a tag that changes with the content and the encoding', async () => {
    const tags = await Promise.all([
      encodePage(html, 'br', true),
      encodePage(html, 'br', true),
      encodePage(html, 'gzip', true),
      encodePage(`${html} `, 'br', true),
    ])
    const [first, same, ...others] = tags.map(({ etag }) => etag)
    assert.equal(first, same)
    assert.equal(new Set([first, ...others]).size, 3)
  })
})
