/** A paper as a Word document, for those who work on it or sign it with a pen. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { LaidDocument } from '../laid-out.types.ts'
import { layOut } from '../lay-out.rules.ts'
import type { DocumentModel, Picture } from '../model.types.ts'
import { toParts } from './word-blocks.ts'
import { numbering, styles } from './word-styles.ts'
import { textWidth, unlined } from './word-tables.ts'
import { toRuns } from './word-text.ts'

export function renderDocx(model: DocumentModel): Promise<Buffer> {
  const laid = layOut(model)
  const margin = { top: 1300, bottom: 1300, left: 1300, right: 1300, header: 600, footer: 600 }
  const document = new Document({
    title: laid.title,
    creator: laid.issuer,
    keywords: `${laid.reference}, ${laid.kicker}`,
    styles,
    numbering,
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11906, height: 16838 }, margin } },
        headers: { default: new Header({ children: [toRunningHead(laid)] }) },
        footers: { default: toFoot(laid), first: toFoot(laid) },
        children: [...toLetterhead(laid), ...toTitle(laid), ...toParts(laid.blocks)],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function toLetterhead({ state, lines, issuer, emblem, mention }: LaidDocument) {
  const texts = [
    ...(state ? [[{ text: state.toUpperCase(), style: 'strong' as const }]] : []),
    ...lines.map((text) => [{ text }]),
    [{ text: issuer, style: 'strong' as const }],
    ...(mention ? [[{ text: mention.toUpperCase(), style: 'strong' as const }]] : []),
  ]
  const said = texts.map((line) => new Paragraph({ style: 'Letterhead', children: toRuns(line) }))
  if (!emblem) return said
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [textWidth - 1800, 1800],
      borders: unlined,
      rows: [
        new TableRow({
          children: [
            new TableCell({ children: said }),
            new TableCell({ children: [toEmblem(emblem)] }),
          ],
        }),
      ],
    }),
  ]
}

function toEmblem({ bytes, mediaType }: Picture): Paragraph {
  const type = mediaType === 'image/png' ? 'png' : 'jpg'
  const picture = new ImageRun({ type, data: bytes, transformation: { width: 80, height: 80 } })
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [picture] })
}

function toTitle({ kicker, title, subtitle, reference, date }: LaidDocument): Paragraph[] {
  const facts = [
    { text: 'Référence : ' },
    { text: reference, style: 'strong' as const },
    { text: ` – ${date}` },
  ]
  return [
    new Paragraph({ style: 'Kicker', text: kicker }),
    new Paragraph({ style: 'Title', text: title }),
    ...(subtitle ? [new Paragraph({ style: 'Subtitle', text: subtitle })] : []),
    new Paragraph({
      border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: '0A5B40', space: 6 } },
      children: toRuns(facts),
    }),
  ]
}

function toRunningHead({ issuer, title }: LaidDocument): Paragraph {
  const runs = toRuns([{ text: issuer, style: 'strong' }, { text: ` – ${title}` }])
  return new Paragraph({ style: 'Small', children: runs })
}

function toFoot({ reference, verification }: LaidDocument): Footer {
  const how = verification ? ` – ${verification.typed}, code ${verification.code}` : ''
  const number = new TextRun({
    children: [' – Page ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  })
  const runs = [...toRuns([{ text: `${reference}${how}` }]), number]
  return new Footer({ children: [new Paragraph({ style: 'Small', children: runs })] })
}
