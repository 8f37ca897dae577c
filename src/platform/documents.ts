/** The front door of papers: written as data, printed as PDF, Word or workbook, issued with a code to check them by. */
export * from './documents/blocks.ts'
export { documentAddress, documentRoutes, replyWithFile } from './documents/document-routes.ts'
export type * from './documents/model.types.ts'
export { nameCommune } from './documents/names.rules.ts'
export { publishSealKey } from './documents/offline/seal-key.ts'
export { leadToPaper, paperRoutes, pdfRoute } from './documents/paper-routes.ts'
export { renderPdf } from './documents/pdf/render-pdf.ts'
export { warmUpPrinter } from './documents/pdf/warm-up.ts'
export { renderSpreadsheet, type Sheet } from './documents/spreadsheet/render-spreadsheet.ts'
export { createCode, readCode, showCode } from './documents/store/document-code.ts'
export {
  type DocumentState,
  findDocumentByCode,
  findLatestDocument,
  findSuccessor,
  type StoredDocument,
  stateOf,
} from './documents/store/document-records.ts'
export {
  issueDocument,
  type NewDocument,
} from './documents/store/issue-document.ts'
export { revokeDocuments } from './documents/store/revoke-documents.ts'
export { renderDocx } from './documents/word/render-docx.ts'
