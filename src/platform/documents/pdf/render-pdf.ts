/** A paper as PDF: by Typst where it runs, by a plainer printer elsewhere. */
import { layOut } from '../lay-out.rules.ts'
import type { DocumentModel } from '../model.types.ts'
import { printPlainly } from './plain.ts'
import { printWithTypst } from './typst.ts'
import { findCompiler } from './typst-compiler.ts'

export async function renderPdf(model: DocumentModel, compiler = findCompiler()): Promise<Buffer> {
  const document = layOut(model)
  return compiler ? printWithTypst(compiler, document) : printPlainly(document)
}
