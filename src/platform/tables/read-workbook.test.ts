import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { renderSpreadsheet } from '../documents.ts'
import { dayColumn, moneyColumn, needed, textColumn } from './columns.rules.ts'
import { readRows } from './read-rows.ts'
import { reviewTable } from './review-table.ts'
import { usualLimits } from './source-row.types.ts'
import { writeArchive } from './write-archive.fixture.ts'

const columns = {
  name: needed(textColumn({ label: 'Libellé' })),
  amount: needed(moneyColumn({ label: 'Montant' })),
  day: dayColumn({ label: 'Date' }),
}

const workbook = (state = '', properties = '') =>
  `<workbook xmlns:r="r">${properties}<sheets><sheet name="Cachée" r:id="rId1" ${state}/><sheet name="Données" r:id="rId2"/></sheets></workbook>`
const relations = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const header =
  '<row r="3"><c r="B3" t="inlineStr"><is><t>Libellé</t></is></c><c t="inlineStr"><is><t>Montant</t></is></c><c r="E3" t="str"><v>Date</v></c></row>'

const archive = (rows: string, parts: Record<string, string> = {}) =>
  writeArchive({
    'xl/workbook.xml': workbook('state="hidden"'),
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c></row>'),
    'xl/worksheets/sheet2.xml': sheet(header + rows),
    ...parts,
  })

const review = (bytes: Buffer) => reviewTable(bytes, columns)
const faultOf = async (bytes: Buffer) => (await review(bytes)).faults[0]?.message ?? ''

describe('a workbook', () => {
  test('written by Cauri is read back', async () => {
    const rows = [['Écran & câbles', 1_250_000, '2026-11-23']]
    const written = await renderSpreadsheet([
      {
        name: 'Lignes',
        columns: [
          { label: 'Libellé' },
          { label: 'Montant', kind: 'money' },
          { label: 'Date', kind: 'date' },
        ],
        rows,
      },
    ])
    const { sample, faults } = await review(written)
    assert.deepEqual(faults, [])
    assert.deepEqual(sample, [
      { line: 2, values: { name: 'Écran & câbles', amount: 1_250_000, day: '2026-11-23' } },
    ])
  })

  test('keeps holes, results of formulas, runs of style; passes over hidden sheets', async () => {
    const rows = `<row r="7"><c r="B7" t="s"><v>0</v></c><c r="C7"><f>1+1</f><v>2E3</v></c><c r="E7"><v>45292</v></c></row>
      <row r="9"><c r="B9" t="s"><v>1</v></c><c r="C9" t="e"><v>#REF!</v></c></row>`
    const strings =
      '<sst><si><r><t>Câble </t></r><r><t>neuf_x000D_</t></r><rPh><t>aide</t></rPh></si><si><t>B</t></si></sst>'
    const { sample, faults } = await review(archive(rows, { 'xl/sharedStrings.xml': strings }))
    assert.deepEqual(sample, [
      { line: 7, values: { name: 'Câble neuf', amount: 2000, day: '2024-01-01' } },
    ])
    assert.deepEqual(
      faults.map(({ line, message }) => [line, message]),
      [[9, '« #REF! » n’est pas un nombre : écrivez par exemple 1 234 567,50.']],
    )
  })

  test('of an old Mac counts its days from 1904', async () => {
    const rows =
      '<row r="4"><c r="B4" t="inlineStr"><is><t>A</t></is></c><c r="C4"><v>1</v></c><c r="E4"><v>43830</v></c></row>'
    const old = { 'xl/workbook.xml': workbook('state="hidden"', '<workbookPr date1904="1"/>') }
    const { sample } = await review(archive(rows, old))
    assert.equal(sample[0]?.values.day, '2024-01-01')
  })
})

describe('a workbook that would hurt', () => {
  test('by what it inflates to is refused before it is inflated', async () => {
    const bomb = writeArchive(
      { 'xl/workbook.xml': workbook(), 'xl/_rels/workbook.xml.rels': relations },
      {
        name: 'xl/worksheets/sheet1.xml',
        bytes: deflateRawSync(Buffer.alloc(1_000_000, 32)),
        size: 4_000_000_000,
      },
    )
    assert.match(await faultOf(bomb), /trop gros une fois ouvert/)
  })

  test('by lying about it is stopped where it passes what it said', async () => {
    const liar = writeArchive(
      { 'xl/workbook.xml': workbook(), 'xl/_rels/workbook.xml.rels': relations },
      {
        name: 'xl/worksheets/sheet1.xml',
        bytes: deflateRawSync(Buffer.alloc(50_000_000, 32)),
        size: 1_000,
      },
    )
    assert.match(await faultOf(liar), /abîmé/)
  })

  test('by entities that grow is refused', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${sheet('<row><c t="str"><v>&b;</v></c></row>')}`
    assert.match(await faultOf(archive('', { 'xl/worksheets/sheet2.xml': laughs })), /abîmée/)
  })

  test('by its rows, its columns or its texts is refused', async () => {
    const rows = Array.from({ length: 20 }, () => '<row><c><v>1</v></c></row>').join('')
    const few = { ...usualLimits, maxRows: 10 }
    await assert.rejects(async () => {
      for await (const row of readRows(archive(rows), few)) assert.ok(row.line)
    }, /plus de 10 lignes/)
    assert.match(await faultOf(archive('<row><c r="ZZ1"><v>1</v></c></row>')), /colonnes/)
  })

  test('because it is cut, empty or another kind of archive is refused with what to do', async () => {
    const whole = archive('')
    assert.match(await faultOf(whole.subarray(0, whole.length - 30)), /abîmé/)
    assert.match(await faultOf(writeArchive({ mimetype: 'ods' })), /format « .xlsx »/)
    assert.match(await faultOf(archive('<row><c>')), /abîmée/)
  })
})
