import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderDocx } from '../../documents.ts'
import { agreement } from '../agreement.fixture.ts'
import { body, numbered, paragraph, question, table } from '../blocks.ts'
import { readZip } from '../read-zip.fixture.ts'

describe('a paper for Word', () => {
  test('has Word’s own headings, lists and page numbers', async () => {
    const parts = readZip(await renderDocx(agreement))
    const text = parts.get('word/document.xml') ?? ''
    assert.match(text, /<w:pStyle w:val="Title"\/>/)
    assert.match(text, /<w:pStyle w:val="Heading1"\/>.*?Article 1er : Objet/)
    assert.match(text, /<w:numPr>/)
    assert.match(text, /<w:tblHeader\/>/)
    assert.match(text, /<w:jc w:val="right"\/>/)
    assert.match(text, /RÉPUBLIQUE DU BÉNIN/)
    assert.match(parts.get('word/styles.xml') ?? '', /w:styleId="Heading1"/)
    const foot = [...parts].find(([name]) => /footer\d\.xml$/.test(name))?.[1] ?? ''
    assert.match(foot, /NUMPAGES/)
    assert.match(foot, /ACDEF-HJKMN/)
  })

  test('each numbered list counts from one', async () => {
    const blocks = body(numbered(['a']), paragraph('puis'), numbered(['b']))
    const text =
      readZip(await renderDocx({ ...agreement, body: blocks })).get('word/document.xml') ?? ''
    const lists = [...text.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    assert.equal(lists.length, 2)
    assert.notEqual(lists[0], lists[1])
  })

  test('leaves room for a pen', async () => {
    const blocks = body(
      question('Sexe', { kind: 'boxes', choices: ['Femme', 'Homme'] }),
      question('Motif', { kind: 'lines', count: 2 }, 'En quelques mots.'),
      question('Né le', { kind: 'cells', groups: [2, 2, 4] }),
    )
    const text =
      readZip(await renderDocx({ ...agreement, body: blocks })).get('word/document.xml') ?? ''
    assert.match(text, /☐ Femme/)
    assert.match(text, /En quelques mots/)
    assert.equal(text.match(/<w:pBdr><w:bottom w:val="single" w:color="545D56"/g)?.length, 2)
    assert.match(text, /_ _ {3}_ _ {3}_ _ _ _/)
  })

  test('shows what people wrote as it is, and says that a table is empty', async () => {
    const hostile = '</w:t><w:r>&amp; \u0000\u0007'
    const blocks = body(paragraph(hostile), table({ columns: ['A', 'B'], rows: [] }))
    const text =
      readZip(await renderDocx({ ...agreement, body: blocks })).get('word/document.xml') ?? ''
    assert.match(text, /&lt;\/w:t&gt;&lt;w:r&gt;&amp;amp; </)
    assert.match(text, /Néant/)
  })
})
