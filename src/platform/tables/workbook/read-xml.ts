/** Walks through the XML of a workbook's part, piece by piece. A part that declares entities of its own is refused outright. */

import { SaxesParser } from 'saxes'
import { t } from '../../i18n.ts'
import { UnreadableTable } from '../source-row.types.ts'

export interface XmlVisitor {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const damaged = () =>
  t(
    'Une feuille de ce classeur est abîmée : ouvrez-le dans votre tableur et enregistrez-le de nouveau.',
  )

/** Yields after each piece, so that what was gathered can be taken away. */
export async function* readXml(
  bytes: AsyncIterable<Buffer>,
  visitor: XmlVisitor,
): AsyncGenerator<void> {
  const parser = createParser(visitor)
  const decoder = new TextDecoder('utf-8')
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

function createParser({ open, text, close }: XmlVisitor): SaxesParser {
  const parser = new SaxesParser()
  const refuse = () => {
    throw new UnreadableTable(damaged())
  }
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  parser.on('opentag', ({ name, attributes }) => open?.(localName(name), attributes))
  parser.on('closetag', ({ name }) => close?.(localName(name)))
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  return parser
}

/** Some programs write « x:row » for « row ». */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
