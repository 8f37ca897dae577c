import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { FileField } from './file-field.tsx'

const field = { name: 'label', label: 'Label', accept: 'application/pdf', maxMegabytes: 5 }

describe('a file', () => {
  test('tells its limit before one tries', () => {
    const html = renderPage(blankView, () => <FileField {...field} />)
    assert.match(html, /5 Mo au plus/)
    assert.match(html, /accept="application\/pdf"/)
    assert.match(html, / required/)
  })

  test('kept from an earlier try is not asked for again', () => {
    const values = { label: 'décision.pdf', 'label.kept': 'sealed.mark' }
    const html = renderPage(blankView, () => <FileField {...field} values={values} />)
    assert.match(html, /<input type="hidden" name="label.kept" value="sealed.mark"\/>/)
    assert.match(html, /<b>décision.pdf<\/b>/)
    assert.doesNotMatch(html, / required/)
  })

  test('that was refused is asked for again', () => {
    const values = { label: 'décision.pdf', 'label.kept': 'sealed.mark' }
    const html = renderPage(blankView, () => (
      <FileField {...field} values={values} error="Ce fichier est vide" />
    ))
    assert.doesNotMatch(html, /sealed\.mark|Fichier déjà reçu/)
    assert.match(html, / required/)
  })
})
