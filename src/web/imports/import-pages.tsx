/**
 * Two pages for any file of rows: one sends it, the other shows what it holds, what is wrong line by line, and writes it once
 * confirmed. All of the file or nothing, in the one transaction of the confirmation; a file that comes again changes nothing.
 */
import type { VNode } from 'preact'
import { z } from 'zod'
import { Conflict } from '#platform/errors.ts'
import type { Rule } from '#platform/policy.ts'
import type { Columns, ValuesOf } from '#platform/tables/columns.rules.ts'
import {
  confirmImportDraft,
  createImportDraft,
  getImportDraft,
  type ImportDraft,
  type ImportOutcome,
  keepImportOutcome,
  readDraftFile,
} from '#platform/tables/import-draft.ts'
import {
  type LineCheck,
  type Review,
  readAccepted,
  reviewTable,
} from '#platform/tables/review-table.ts'
import { UnreadableTable } from '#platform/tables/source-row.types.ts'
import { type Context, form, type Route, refuse, seeOther, tableFile } from '#platform/web.ts'
import type { ImportTexts } from './import-texts.types.ts'
import { PreviewImport } from './preview-import.view.tsx'
import { SendFile } from './send-file.view.tsx'

type Params = Record<string, string>

interface ImportParts<Subject, C extends Columns> extends ImportTexts {
  /** What the rows are, such as 'budgetExecution'. */
  readonly kind: string
  readonly load: (params: never, context: Context) => Promise<Subject>
  readonly allow: Rule<Subject>
  /** The object the rows are written to, and the organisation whose it is. */
  readonly owner: (subject: Subject) => { readonly id: string; readonly organisationId: string }
  /** The address of the first page, and the page of the object. */
  readonly address: (subject: Subject) => string
  readonly back: (subject: Subject) => { readonly href: string; readonly label: string }
  readonly columns: C
  /** What is chosen beside the file: its fields, and what they hold at first. */
  readonly choices?: {
    readonly input: Readonly<Record<string, z.ZodType>>
    readonly initial: (subject: Subject, context: Context) => Record<string, unknown>
    readonly fields: (values: Params, errors: Params) => VNode
  }
  /** Says what only the object knows of a line; asked again, whole, when the file is confirmed. */
  readonly prepare: (
    subject: Subject,
    draft: ImportDraft,
    context: Context,
  ) => Promise<LineCheck<ValuesOf<C>>>
  /** Writes some lines; those that are there already, as they are, are counted and left. */
  readonly write: (
    subject: Subject,
    lines: readonly { readonly line: number; readonly values: ValuesOf<C> }[],
    draft: ImportDraft,
    context: Context,
  ) => Promise<ImportOutcome>
  /** Once all is written. */
  readonly finish?: (subject: Subject, outcome: ImportOutcome, context: Context) => Promise<void>
  readonly done: (outcome: ImportOutcome) => string
}

const maxMegabytes = 12

export function importPages<Subject, C extends Columns>(
  path: string,
  parts: ImportParts<Subject, C>,
): Route[] {
  return [sendPage(path, parts), previewPage(path, parts)]
}

function sendPage<Subject, C extends Columns>(path: string, parts: ImportParts<Subject, C>): Route {
  return form(path, {
    load: parts.load as (params: unknown, context: Context) => Promise<Subject>,
    allow: parts.allow,
    input: z.object({ file: tableFile(maxMegabytes), ...parts.choices?.input }),
    initial: (subject, context) => parts.choices?.initial(subject, context) ?? {},
    invalid: (subject, { values, errors }) => (
      <SendFile
        texts={parts}
        action={parts.address(subject)}
        back={parts.back(subject)}
        columns={parts.columns}
        maxMegabytes={maxMegabytes}
        values={values as Params}
        errors={errors as Params}
        fields={parts.choices?.fields(values as Params, errors as Params)}
      />
    ),
    valid: async (subject, { file, ...choices }, context) => {
      const { id: subjectId, organisationId } = parts.owner(subject)
      const draft = { kind: parts.kind, subjectId, organisationId, choices }
      const id = await createImportDraft(context, file, draft)
      return seeOther(`${parts.address(subject)}/${id}`)
    },
  })
}

interface Previewing<Subject, C extends Columns> {
  readonly subject: Subject
  readonly draft: ImportDraft
  readonly review: Review<ValuesOf<C>>
}

function previewPage<Subject, C extends Columns>(
  path: string,
  parts: ImportParts<Subject, C>,
): Route {
  return form(`${path}/:importId`, {
    load: (params: Params, context: Context) => loadPreview(parts, params, context),
    allow: (actor, { subject }: Previewing<Subject, C>) => parts.allow(actor, subject),
    input: z.object({}),
    keepsFiles: false,
    invalid: ({ subject, draft, review }, { errors }) => (
      <PreviewImport
        texts={parts}
        back={parts.back(subject)}
        again={parts.address(subject)}
        columns={parts.columns}
        draft={draft}
        review={review}
        errors={errors}
      />
    ),
    valid: async ({ subject, draft, review }, _, context) => {
      if (review.faults.length > 0) return refuse({ form: 'Corrigez le fichier, puis envoyez-le.' })
      const outcome = await writeAll(parts, subject, draft, context)
      return seeOther(parts.back(subject).href, parts.done(outcome))
    },
  })
}

/** Whoever may not import is told so before anything is read. */
async function loadPreview<Subject, C extends Columns>(
  parts: ImportParts<Subject, C>,
  params: Params,
  context: Context,
): Promise<Previewing<Subject, C>> {
  const subject = await parts.load(params as never, context)
  const of = { kind: parts.kind, subjectId: parts.owner(subject).id }
  const draft = await getImportDraft(context.db, params.importId ?? '', of)
  const bytes = await readDraftFile(context.platform.files, draft)
  const check = await parts.prepare(subject, draft, context)
  return { subject, draft, review: await reviewTable(bytes, parts.columns, check) }
}

async function writeAll<Subject, C extends Columns>(
  parts: ImportParts<Subject, C>,
  subject: Subject,
  draft: ImportDraft,
  context: Context,
): Promise<ImportOutcome> {
  const { db, platform } = context
  if (!(await confirmImportDraft(context, draft.id)))
    throw new Conflict('Ce fichier a déjà été importé.')
  const check = await parts.prepare(subject, draft, context)
  const total = { written: 0, unchanged: 0 }
  try {
    const bytes = await readDraftFile(platform.files, draft)
    for await (const lines of readAccepted(bytes, parts.columns, check)) {
      const { written, unchanged } = await parts.write(subject, lines, draft, context)
      total.written += written
      total.unchanged += unchanged
    }
  } catch (error) {
    throw error instanceof UnreadableTable ? new Conflict(error.message) : error
  }
  await keepImportOutcome(db, draft.id, total)
  await parts.finish?.(subject, total, context)
  return total
}
