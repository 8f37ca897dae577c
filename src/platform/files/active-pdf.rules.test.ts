import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { agreement } from '../documents/agreement.fixture.ts'
import { renderPdf } from '../documents.ts'
import { isActivePdf } from './active-pdf.rules.ts'

const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object, index) =>
      Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`),
        Buffer.from(object as string),
        Buffer.from('\nendobj\n'),
      ]),
    ),
    Buffer.from('trailer<</Root 1 0 R>>\n%%EOF\n'),
  ])

const stream = (dictionary: string, bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${dictionary}\nstream\n`), bytes, Buffer.from('\nendstream')])

describe('un PDF', () => {
  test('qui lance quelque chose est reconnu, même déguisé', () => {
    for (const object of [
      '<</S/JavaScript/JS(app.alert(1))>>',
      '<</S /#4aavaScript /J#53 (app.alert(1))>>',
      '<</S/Launch/F(cmd.exe)>>',
      '<</Type/Annot/Subtype/RichMedia>>',
    ])
      assert.ok(isActivePdf(pdf('<</Type/Catalog>>', object)), object)
    const packed = deflateSync(Buffer.from('7 0 <</S/JavaScript/JS(app.alert(1))>>'))
    assert.ok(isActivePdf(pdf(stream('<</Type/ObjStm/Filter/FlateDecode>>', packed))))
  })

  test('qui se gonfle sans fin est refusé sans être ouvert', () => {
    const bomb = deflateSync(Buffer.alloc(20_000_000))
    assert.ok(isActivePdf(pdf(stream('<</Type/ObjStm/Filter/FlateDecode>>', bomb))))
  })

  test('qui montre seulement, s’ouvre à une page, ou dont une image ressemble à un programme, passe', () => {
    const image = Buffer.concat([randomBytes(5000), Buffer.from('/JS (x)'), randomBytes(5000)])
    const plain = pdf(
      '<</Type/Catalog/OpenAction[3 0 R/Fit]>>',
      '<</Type/Font/BaseFont/JSongti>>',
      stream('<</Type/XObject/Subtype/Image>>', image),
    )
    assert.equal(isActivePdf(plain), false)
  })

  test('que la plateforme émet passe', async () => {
    assert.equal(isActivePdf(await renderPdf(agreement)), false)
    assert.equal(isActivePdf(await renderPdf(agreement, null)), false)
  })
})
