/** Papers printed by Typst: tagged for screen readers (PDF/UA-1), the same bytes for the same paper. */
import type { LaidDocument } from '../laid-out.types.ts'
import type { Picture } from '../model.types.ts'
import { drawCode } from './qr-code.ts'
import { type Compiler, workspace } from './typst-compiler.ts'
import { template } from './typst-template.ts'

export function printWithTypst(compiler: Compiler, document: LaidDocument): Buffer {
  const emblem = document.emblem ? nameEmblem(document.emblem) : null
  if (document.emblem) compiler.mapShadow(`${workspace}/${emblem}`, document.emblem.bytes)
  try {
    const { verification } = document
    const qr = verification ? drawCode(verification.url) : null
    const seal = verification?.sealed ? drawCode(verification.sealed, 'L') : null
    return compile(compiler, JSON.stringify({ ...document, emblem, qr, seal }))
  } finally {
    if (emblem) compiler.unmapShadow(`${workspace}/${emblem}`)
    compiler.evictCache(4)
  }
}

function nameEmblem({ mediaType }: Picture): string {
  return mediaType === 'image/png' ? 'emblem.png' : 'emblem.jpg'
}

function compile(compiler: Compiler, document: string): Buffer {
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { document },
    resetRead: true,
  })
  const { result } = compiled
  if (result === null)
    throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1' })
  } catch {
    // A letter that no font has (an emoji, say) is not allowed in PDF/UA: still tagged, but without its seal.
    return compiler.pdf(result, {})
  }
}
