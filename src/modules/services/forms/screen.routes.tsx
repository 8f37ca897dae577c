/** The screens of a form that somebody answers, one POST each, whatever the answers are for: a trial, a request. */
import type { VNode } from 'preact'
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import type { Rule } from '#platform/policy.ts'
import {
  type Context,
  endpoint,
  form,
  json,
  type Route,
  refuse,
  sealUpload,
  seeOther,
} from '#platform/web.ts'
import type { Answers, Definition, FormPage } from '../procedures/procedure.types.ts'
import { answerScreen, nameErrors } from './answer-screen.rules.ts'
import { type FormWorld, loadFormWorld } from './form-facts.queries.ts'
import { FormScreen } from './form-screen.view.tsx'
import { readAnswers, type Typed } from './read-answers.fields.ts'
import { type Shown, writeAnswers } from './write-answers.fields.ts'

/** What is answered, and where: its screens are at `base`/ecrans, its last reading at `base`/relecture. */
export interface Answering {
  readonly definition: Definition
  readonly answers: Answers
  readonly communeId: string
  readonly base: string
}

export type Errors = Readonly<Record<string, string>>

interface ScreenParts<Subject extends Answering> {
  /** With the parameters of the path that names the form. */
  readonly load: (params: never, context: Context) => Promise<Subject>
  readonly allow: Rule<Subject>
  /** False when files are only looked at. */
  readonly keepsFiles: boolean
  readonly keep: (context: Context, subject: Subject, answers: Answers) => Promise<void>
  /** The page around a screen. */
  readonly frame: (subject: Subject, errors: Errors, screen: VNode) => VNode
}

interface Screen<Subject> {
  readonly subject: Subject
  readonly page: FormPage
  readonly world: FormWorld
}

/** Which fields there are is the procedure's to say: each is read by its type. */
export function createScreenRoutes<Subject extends Answering>(
  path: string,
  parts: ScreenParts<Subject>,
): Route[] {
  const load = (params: unknown, context: Context) => loadScreen(parts, params, context)
  const allow: Rule<Screen<Subject>> = (actor, { subject }) => parts.allow(actor, subject)
  const screenPath = `${path}/ecrans/:screen`
  const screens = form(screenPath, {
    ...{ load, allow, keepsFiles: parts.keepsFiles },
    input: z.record(z.string(), z.unknown()),
    initial: ({ page: { fields }, subject }, { platform }) =>
      writeAnswers(fields, subject.answers, (file) => sealUpload(file, platform.secret)),
    invalid: (screen, { values, errors }) =>
      showScreen(parts, screen, values as Shown, errors as Errors),
    valid: async ({ page, subject, world: { facts } }, typed, context) => {
      const { definition, answers: stored, base } = subject
      const sent = answerScreen({ definition, page, stored, facts }, typed)
      if (Object.keys(sent.errors).length > 0) return refuse({ ...sent.errors })
      await parts.keep(context, subject, sent.answers)
      return seeOther(addressOf(base, sent.next))
    },
  })
  const autosave = endpoint(`${screenPath}/brouillon`, {
    ...{ method: 'POST', load, allow },
    reply: async ({ page, subject }, context) => {
      const answers = readAnswers(page.fields, context.fields, subject.answers)
      await parts.keep(context, subject, answers)
      return json({ errors: {} })
    },
  })
  return [screens, autosave]
}

async function loadScreen<Subject extends Answering>(
  parts: ScreenParts<Subject>,
  params: unknown,
  context: Context,
): Promise<Screen<Subject>> {
  const { screen } = params as { screen: string }
  const subject = await parts.load(params as never, context)
  return {
    subject,
    page: orNotFound(subject.definition.pages.find(({ code }) => code === screen)),
    world: await loadFormWorld(context.db, subject.communeId, context.now),
  }
}

function addressOf(base: string, next: { page: string; field?: string } | null): string {
  if (next === null) return `${base}/relecture`
  const anchor = next.field ? `#field-${next.field}` : ''
  return `${base}/ecrans/${next.page}${anchor}`
}

function showScreen<Subject extends Answering>(
  { frame }: ScreenParts<Subject>,
  { subject, page, world }: Screen<Subject>,
  values: Shown,
  errors: Errors,
): VNode {
  const answers = readAnswers(page.fields, values as Typed, subject.answers)
  return frame(
    subject,
    nameErrors(subject.definition, errors),
    <FormScreen
      base={`${subject.base}/ecrans`}
      definition={subject.definition}
      page={page}
      answers={answers}
      state={{ values, errors, world }}
    />,
  )
}
