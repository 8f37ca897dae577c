import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { TextArea } from './text-area.tsx'

describe('a long text', () => {
  test('keeps the lines that were typed, and tells its limit', () => {
    const html = renderPage(blankView, () => (
      <TextArea name="reason" label="Motif" value={'Un\nDeux'} limit={2000} />
    ))
    assert.match(html, />Un\nDeux<\/textarea>/)
    assert.match(html, /data-limit="2000"/)
    assert.match(html, /2\s000 caractères au plus/)
    assert.match(html, /data-count="\{count\} sur \{limit\} caractères"/)
  })
})
