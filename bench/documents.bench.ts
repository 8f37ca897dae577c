/** How long papers take: an agreement of a dozen pages, every time another one, and a table of 500 rows. */
import { agreement } from '#platform/documents/agreement.fixture.ts'
import { findCompiler } from '#platform/documents/pdf/typst-compiler.ts'
import {
  body,
  type DocumentModel,
  renderDocx,
  renderPdf,
  renderSpreadsheet,
  table,
} from '#platform/documents.ts'
import { type Measure, measure, report } from './measure.ts'

/** Other words in every article: what the compiler kept of the one before is of little use. */
function writeAgreement(index: number): DocumentModel {
  const text = JSON.stringify(agreement).replaceAll('la startup', `la startup ${index}`)
  return JSON.parse(text) as DocumentModel
}

const columns = ['Commune', { label: 'Montant', kind: 'money' as const }]
const listOf = (count: number, index: number) => ({
  columns: columns.map((column) => (typeof column === 'string' ? { label: column } : column)),
  rows: Array.from({ length: count }, (_, row) => [`Ligne ${row} de ${index}`, row * index]),
})

const compiler = findCompiler()
const measures: Measure[] = []

if (compiler) {
  measures.push(
    await measure('convention de 13 pages, PDF par Typst', '300 ms', (index) =>
      renderPdf(writeAgreement(index), compiler),
    ),
    await measure('tableau de 500 lignes, PDF par Typst', '300 ms', (index) =>
      renderPdf({ ...agreement, body: body(table(listOf(500, index))) }, compiler),
    ),
  )
}
measures.push(
  await measure('convention de 13 pages, PDF par pdfkit', 'sans objet', (index) =>
    renderPdf(writeAgreement(index), null),
  ),
  await measure('convention de 13 pages, Word', 'sans objet', (index) =>
    renderDocx(writeAgreement(index)),
  ),
  await measure('tableur de 5 000 lignes', 'sans objet', (index) =>
    renderSpreadsheet([{ name: 'Lignes', ...listOf(5000, index) }]),
  ),
)
report(measures)
