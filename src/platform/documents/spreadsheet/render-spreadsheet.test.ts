import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderSpreadsheet } from '../../documents.ts'
import { readZip } from '../read-zip.fixture.ts'

describe('a workbook', () => {
  const columns = [
    { label: 'Besoin' },
    { label: 'Budget', kind: 'money' as const },
    { label: 'Publié le', kind: 'date' as const },
    { label: 'Dépôt', kind: 'time' as const },
  ]

  test('keeps figures and days as such, by the clock of Benin', async () => {
    const rows = [['Régie', 1_250_000, '2026-11-23', new Date('2026-11-23T23:30:00Z')]]
    const parts = readZip(await renderSpreadsheet([{ name: 'Besoins', columns, rows }]))
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(sheet, /<c r="B2"[^>]*><v>1250000<\/v>/)
    assert.match(sheet, /<c r="C2"[^>]*><v>46349<\/v>/)
    assert.match(sheet, /<c r="D2"[^>]*><v>46350\.0208/)
    assert.match(sheet, /state="frozen"/)
    assert.match(parts.get('xl/sharedStrings.xml') ?? '', /Budget \(FCFA\)/)
  })

  test('does not cut a year by thousands, and gives a heading the lines that it takes', async () => {
    const parts = readZip(
      await renderSpreadsheet([
        { name: 'Plan', columns: [{ label: 'Année', kind: 'year' }, ...columns], rows: [[2028]] },
        {
          name: 'Coûts',
          columns: [{ label: 'Investissement sur la période', kind: 'money' }],
          rows: [],
        },
      ]),
    )
    const [plan, costs] = [1, 2].map((sheet) => parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '')
    assert.match(plan ?? '', /<c r="A2"[^>]*><v>2028<\/v>/)
    assert.match(plan ?? '', /orientation/)
    assert.match(plan ?? '', /<row r="1" ht="15"/)
    assert.match(costs ?? '', /<row r="1" ht="45"/)
    assert.match(parts.get('xl/styles.xml') ?? '', /formatCode="0"/)
  })

  test('never holds a formula, whatever somebody wrote', async () => {
    const rows = [['=HYPERLINK("http://x","y")', null, null, null]]
    const parts = readZip(await renderSpreadsheet([{ name: 'Besoins', columns, rows }]))
    assert.doesNotMatch(parts.get('xl/worksheets/sheet1.xml') ?? '', /<f>/)
    assert.match(parts.get('xl/sharedStrings.xml') ?? '', /=HYPERLINK/)
  })

  test('takes any name of sheet, a long text and no row', async () => {
    const name = 'Besoins [2026] : tous les départements du Bénin'
    const long = [['x'.repeat(40_000), null, null, null]]
    const parts = readZip(
      await renderSpreadsheet([
        { name, columns, rows: [] },
        { name: 'Longs', columns, rows: long },
      ]),
    )
    assert.match(parts.get('xl/workbook.xml') ?? '', /name="Besoins 2026 tous les départeme"/)
  })
})
