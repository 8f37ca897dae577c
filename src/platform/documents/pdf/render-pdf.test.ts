import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPdf } from '../../documents.ts'
import { agreement } from '../agreement.fixture.ts'
import { body, bullets, facts, paragraph, question, section, table } from '../blocks.ts'
import type { Block, DocumentModel } from '../model.types.ts'
import { hasPdfReader, readFacts, readText } from '../read-pdf.fixture.ts'
import { type Compiler, findCompiler } from './typst-compiler.ts'

const compiler = findCompiler()
const printers: readonly [name: string, compiler: Compiler | null][] = [
  ...(compiler ? [['Typst', compiler] as [string, Compiler]] : []),
  ['pdfkit', null],
]

const sheet = (...blocks: Block[]): DocumentModel => ({
  issuer: { kind: 'commune', name: 'Houéyogbé', department: 'Mono' },
  kicker: 'Fiche de besoin',
  title: 'Encaisser les droits de place',
  reference: 'BES-2026-0042',
  date: '2026-11-23',
  body: body(blocks),
})

/** One red square. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
)

test('Typst marks its papers as PDF/UA', { skip: compiler === null }, async () => {
  assert.match((await renderPdf(agreement, compiler)).toString('latin1'), /pdfuaid:part/)
})

const options = { skip: hasPdfReader ? false : 'pdftotext is not installed' }

for (const [name, printer] of printers) {
  describe(`a paper printed by ${name}`, options, () => {
    const print = (...blocks: Block[]) => renderPdf(sheet(...blocks), printer)

    test('says who issues it, what it is, and is tagged for screen readers', async () => {
      const pdf = await renderPdf(agreement, printer)
      const text = readText(pdf)
      assert.match(text, /RÉPUBLIQUE DU BÉNIN/)
      assert.match(text, /Département du Mono/)
      assert.match(text, /Commune de Houéyogbé/)
      assert.match(text, /CONVENTION DE COLLABORATION/)
      assert.match(text, /Article 1er : Objet/)
      assert.match(text, /1 250 000/)
      assert.match(text, /cauri\.example\/verifier avec le code ACDEF-HJKMN/)
      const { Tagged, Pages, Title } = readFacts(pdf)
      assert.equal(Tagged, 'yes')
      assert.equal(Title, agreement.title)
      assert.ok(Number(Pages) >= 12, Pages)
      assert.match(text, new RegExp(`Page 3 / ${Pages}`))
    })

    test('its code is copied whole, also where letters lean on each other', async () => {
      const code = '2HATT-TTDWA'
      const verification = { code, url: `https://cauri.example/verifier/${code}` }
      const pdf = await renderPdf({ ...sheet(), verification }, printer)
      assert.match(readText(pdf), /avec le code 2HATT-TTDWA/)
    })

    test('leaves room for a pen, a question never cut from its answer', async () => {
      const asked = Array.from({ length: 40 }, (_, index) =>
        question(`Question ${index}`, { kind: 'lines', count: 2 }, `Note ${index}`),
      )
      const boxes = question('Sexe', { kind: 'boxes', choices: ['Femme', 'Homme'] })
      const cells = question('Né le', { kind: 'cells', groups: [2, 2, 4] })
      const pdf = await print(...asked, boxes, cells, question('Croquis', { kind: 'frame' }))
      const text = readText(pdf)
      for (const word of ['Question 39', 'Note 39', 'Femme', 'Homme', 'Né le', 'Croquis'])
        assert.ok(text.includes(word), word)
      assert.ok(Number(readFacts(pdf).Pages) >= 3)
    })

    test('is the same to the last byte when it says the same', async () => {
      const [one, two] = [await print(paragraph('Bonjour')), await print(paragraph('Bonjour'))]
      assert.ok(one.equals(two))
      assert.ok(!one.equals(await print(paragraph('Bonsoir'))))
    })

    test('shows what people wrote, and runs none of it', async () => {
      const hostile = '#read("/etc/passwd") *gras* _penché_ $x$ <lab> @ref \\u{41} = Titre'
      const text = readText(
        await print(paragraph(hostile), section(hostile), facts([[hostile, hostile]])),
      )
      assert.equal(text.split('#read("/etc/passwd")').length, 5)
      assert.match(text, /\*gras\* _penché_ \$x\$ <lab> @ref \\u\{41\} = Titre/)
      assert.doesNotMatch(text, /root:/)
    })

    test('keeps the letters of the languages of Benin', async () => {
      const text = readText(await print(paragraph('Fɔ̀ngbè, Yorùbá ọ̀rọ̀, Ɖàgbè ɛ, ŋ')))
      for (const letter of ['ɔ', 'Ɖ', 'ɛ', 'ŋ', 'ù']) assert.ok(text.includes(letter), letter)
    })

    test('is printed even when it holds signs that no font has', async () => {
      const text = readText(await print(paragraph('Voici 🥳 \u0000\u202Efin\uD800 \uFFFF.')))
      assert.match(text, /Voici/)
      assert.match(text, /fin/)
    })

    test('cuts words that no line can hold', async () => {
      const word = 'a'.repeat(400)
      const pdf = await print(
        paragraph(word),
        table({ columns: ['Un', 'Deux', 'Trois'], rows: [[word, word, word]] }),
      )
      assert.equal((readText(pdf).match(/a/g) ?? []).length > 1600, true)
    })

    test('repeats the head of a long table on every page, and says that an empty one is empty', async () => {
      const columns = ['Commune', { label: 'Montant', kind: 'money' as const }]
      const rows = Array.from({ length: 500 }, (_, index) => [`Ligne ${index + 1}`, index * 1000])
      const pdf = await print(
        table({ columns, rows, total: ['Total', 124_750_000] }),
        table({ columns, rows: [], whenEmpty: 'Aucun paiement' }),
        bullets([]),
        facts([]),
      )
      const text = readText(pdf)
      const pages = Number(readFacts(pdf).Pages)
      assert.ok(pages >= 10)
      assert.ok(text.split('Montant (FCFA)').length - 1 >= pages)
      assert.match(text, /Ligne 500 499 000/)
      assert.match(text, /Total 124 750 000/)
      assert.match(text, /Aucun paiement/)
      assert.equal(text.split('Néant.').length - 1, 2)
    })

    test('bears the emblem of who issues it, and a mention across its head', async () => {
      const emblem = { bytes: pixel, mediaType: 'image/png' as const }
      const issuer = { kind: 'organisation' as const, name: 'ANCB', lines: ['Cotonou'], emblem }
      const pdf = await renderPdf({ ...sheet(), issuer, mention: 'Projet' }, printer)
      assert.match(readText(pdf), /PROJET/)
      assert.match(readText(pdf), /ANCB/)
      assert.match(pdf.toString('latin1'), /\/Subtype ?\/Image/)
    })

    test('takes a title of any length, and no title at all', async () => {
      const long = await renderPdf({ ...sheet(), title: 'Très long titre '.repeat(30) }, printer)
      assert.match(readText(long), /Très long titre/)
      const none = await renderPdf({ ...sheet(), title: '', reference: '' }, printer)
      assert.equal(readFacts(none).Title, 'Fiche de besoin')
    })
  })
}
