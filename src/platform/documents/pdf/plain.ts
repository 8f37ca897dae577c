/** Papers by pdfkit, for machines that have no Typst: the same words in the same order, with a plainer look. */
import { buffer } from 'node:stream/consumers'
import type { LaidDocument } from '../laid-out.types.ts'
import { drawBlocks } from './plain-blocks.ts'
import { drawFeet, drawHead, drawSeal } from './plain-head.ts'
import { openPage } from './plain-page.ts'

export function printPlainly(document: LaidDocument): Promise<Buffer> {
  const page = openPage(document)
  const printed = buffer(page)
  page.addStructure(page.struct('Sect', {}, () => drawHead(page, document)))
  drawBlocks(page, document.blocks)
  drawSeal(page, document)
  drawFeet(page, document)
  page.end()
  return printed
}
