import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Difference } from './difference.tsx'

test('ce qui part est barré, ce qui vient est souligné, et rien ne s’exécute', () => {
  const html = renderPage(blankView, () => (
    <Difference
      pieces={[
        { kind: 'same', text: 'Prix : ' },
        { kind: 'removed', text: '100' },
        { kind: 'added', text: '<b>120</b>' },
      ]}
    />
  ))
  assert.match(html, /Prix : <del>100<\/del><ins>&lt;b>120&lt;\/b><\/ins>/)
})
