/** The addresses of a paper: as PDF, issued on first demand and kept; in Word, to work on. */
import { system } from '../actor.ts'
import { writeAs } from '../database.ts'
import type { Rule } from '../policy.ts'
import {
  type Afterwards,
  type Context,
  endpoint,
  type Redirect,
  type Route,
  seeOther,
} from '../web.ts'
import { documentAddress, replyWithFile } from './document-routes.ts'
import type { DocumentModel } from './model.types.ts'
import { renderPdf } from './pdf/render-pdf.ts'
import { findIssuedDocument, issueDocument, type NewDocument } from './store/issue-document.ts'
import { renderDocx } from './word/render-docx.ts'

interface PaperParts<Subject> {
  readonly load: (params: never, context: Context) => Promise<Subject>
  readonly allow: Rule<Subject>
  /** Written from stored facts only: asked for again, it is the same paper. */
  readonly write: (subject: Subject, context: Context) => Promise<NewDocument>
}

interface PdfParts<Subject> extends PaperParts<Subject> {
  /** What is still being written is printed for whoever asks, and not kept. */
  readonly isDraft?: (subject: Subject) => boolean
}

/** Of what a call leads to, the reference reads like a path. */
const nameFile = ({ reference }: DocumentModel, extension: 'pdf' | 'docx'): string =>
  `${reference.replaceAll('/', '-')}.${extension}`

const limit = { points: 30, seconds: 60 }

export function pdfRoute<Subject>(path: string, parts: PdfParts<Subject>): Route {
  return endpoint(path, {
    load: parts.load as (params: unknown, context: Context) => Promise<Subject>,
    allow: parts.allow,
    limit,
    reply: async (subject, context) => {
      const paper = await parts.write(subject, context)
      if (parts.isDraft?.(subject))
        return replyWithFile(nameFile(paper.model, 'pdf'), await renderPdf(paper.model))
      return leadToPaper(context, paper)
    },
  })
}

/**
 * To the paper that was issued; else it is issued on this first demand, by the system in the name of whoever it is from:
 * whoever asks has been allowed to read it.
 */
export async function leadToPaper(
  { db, platform, now }: Context,
  paper: NewDocument,
): Promise<Redirect | Afterwards> {
  const issued = await findIssuedDocument(db, paper)
  if (issued) return seeOther(documentAddress(issued))
  return async () => {
    const document = await writeAs(platform.db, system, (own) =>
      issueDocument({ db: own, actor: system, now, platform }, paper),
    )
    return seeOther(documentAddress(document))
  }
}

/** The paper in its two forms, at `path` followed by « .pdf » and « .docx ». */
export function paperRoutes<Subject>(path: string, parts: PdfParts<Subject>): Route[] {
  return [pdfRoute(`${path}.pdf`, parts), docxRoute(`${path}.docx`, parts)]
}

function docxRoute<Subject>(path: string, parts: PaperParts<Subject>): Route {
  return endpoint(path, {
    load: parts.load as (params: unknown, context: Context) => Promise<Subject>,
    allow: parts.allow,
    limit,
    reply: async (subject, context) => {
      const { model } = await parts.write(subject, context)
      return replyWithFile(nameFile(model, 'docx'), await renderDocx(model))
    },
  })
}
