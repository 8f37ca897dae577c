/** Loads the printer at start, not on somebody's first paper: 50 MB to read, which takes seconds on a slow disk. */
import { paragraph } from '../blocks.ts'
import type { DocumentModel } from '../model.types.ts'
import { renderPdf } from './render-pdf.ts'
import { findCompiler } from './typst-compiler.ts'

const blankSheet: DocumentModel = {
  issuer: { kind: 'organisation', name: '' },
  kicker: '',
  title: '',
  reference: '',
  date: '2026-01-01',
  body: [paragraph('Essai')],
}

/** The plainer printer has nothing to load. */
export async function warmUpPrinter(): Promise<void> {
  if (findCompiler()) await renderPdf(blankSheet)
}
