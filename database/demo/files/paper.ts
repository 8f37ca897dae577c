/** A page of text as a PDF file (ISO 32000-1), with the fonts that every reader has. */
import { Buffer } from 'node:buffer'

/** The signs that the encoding of PDF's own fonts keeps elsewhere than Latin-1. */
const elsewhere: Readonly<Record<string, string>> = {
  '’': '\x92',
  œ: '\x9c',
  '—': '\x97',
  '…': '\x85',
}

export function writePaper(title: string, paragraphs: readonly string[]): Buffer {
  const text = [
    `BT /F2 20 Tf 56 770 Td (${escapeText(title)}) Tj ET`,
    ...paragraphs
      .flatMap(breakLines)
      .map((line, place) => `BT /F1 12 Tf 56 ${730 - place * 18} Td (${escapeText(line)}) Tj ET`),
  ].join('\n')
  return assemble([
    '<</Type/Catalog/Pages 2 0 R/Lang(fr)>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
  ])
}

/** A paragraph in lines of eighty signs, and an empty one after it. */
function breakLines(paragraph: string): string[] {
  const lines = paragraph.match(/.{1,80}(?:\s|$)/g) ?? []
  return [...lines.map((line) => line.trim()), '']
}

function escapeText(text: string): string {
  return text.replace(/[’œ—…]/g, (sign) => elsewhere[sign] ?? sign).replace(/[\\()]/g, '\\$&')
}

function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
