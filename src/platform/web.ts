/** The front door of the web: what modules build their pages with. */
export { answerOnce } from './web/answer-once.ts'
export type { Context, CookieOptions, Platform, Session } from './web/context.ts'
export { answerUnlessKnown } from './web/entity-tag.ts'
export * as fields from './web/fields.ts'
export { problem } from './web/problem.ts'
export {
  type Acted,
  type Afterwards,
  action,
  endpoint,
  type FormErrors,
  type FormValues,
  form,
  json,
  page,
  type Redirect,
  type Refusal,
  type Reply,
  type Route,
  refuse,
  type Submission,
  seeOther,
} from './web/route.ts'
export { sessionCookie } from './web/site.ts'
export { mediaTypes, optionalFile, sealUpload, tableFile, type Upload } from './web/uploads.ts'
export { parseValidPart } from './web/valid-part.rules.ts'
export { blankView, type Flash, useView, type ViewContext } from './web/view-context.ts'
