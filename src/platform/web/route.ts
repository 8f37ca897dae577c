/**
 * The kinds of route there are. Each states who may use it (`allow` is required) and is run in one order:
 * load, authorise, validate, act, redirect. `serve.ts` holds that order; modules only fill it in.
 */

import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Rule } from '../policy.ts'
import type { Context } from './context.ts'
import type { Flash } from './view-context.ts'

/** The parameters a path names: Params<'/besoins/:ref'> is { ref: string }; what follows a point is the kind of file. */
export type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [key in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}.${string}`
    ? { [key in Name]: string }
    : Path extends `${string}:${infer Name}`
      ? { [key in Name]: string }
      : unknown

export interface Redirect {
  readonly kind: 'redirect'
  readonly location: string
  readonly flash: Flash | null
}

/** The refusal of a submission for reasons only the database knows; shown beside the fields. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly errors: Readonly<Record<string, string>>
}

/** After a POST: go and see. The flash text is shown once, on the next page. */
export function seeOther(
  location: string,
  text?: string,
  kind: Flash['kind'] = 'success',
): Redirect {
  return { kind: 'redirect', location, flash: text === undefined ? null : { kind, text } }
}

/** Brings the form back with these errors, field name to message; nothing is written. */
export function refuse(errors: Record<string, string>): Refusal {
  return { kind: 'refusal', errors }
}

type FieldValue<T> = NonNullable<T> extends readonly unknown[] ? string[] : string

/** What was typed, as typed: strings, or lists of strings for fields that repeat. */
export type FormValues<T> = { readonly [K in keyof T]?: FieldValue<T[K]> }
export type FormErrors<T> = { readonly [K in keyof T]?: string } & { readonly form?: string }

export interface Submission<T> {
  readonly values: FormValues<T>
  readonly errors: FormErrors<T>
}

type Loaded<Subject> = Subject | Promise<Subject>
type Answered = VNode | Redirect
export type Acted = Redirect | Refusal

/** A limit on how often one address may send this form. */
export interface RateLimit {
  readonly points: number
  readonly seconds: number
}

interface RouteBase {
  readonly path: string
  readonly allow: Rule<never>
}

export interface PageRoute extends RouteBase {
  readonly kind: 'page'
  /** True for pages that are the same for every visitor: they are kept, compressed, until something changes. */
  readonly isPublic: boolean
  readonly load: (params: never, context: Context) => unknown
  readonly view: (subject: never, context: Context) => Answered | Promise<Answered>
  /** What having read it writes: in a transaction of its own, once the one that read is over. */
  readonly afterwards?: (subject: never, context: Context) => Promise<void>
}

export interface FormRoute extends RouteBase {
  readonly kind: 'form'
  readonly limit?: RateLimit
  readonly keepsFiles: boolean
  readonly load: (params: never, context: Context) => unknown
  readonly input: z.ZodType
  readonly initial: (subject: never, context: Context) => Record<string, unknown>
  readonly invalid: (subject: never, submission: never, context: Context) => VNode
  readonly valid: (subject: never, input: never, context: Context) => Promise<Acted>
}

export interface ActionRoute extends RouteBase {
  readonly kind: 'action'
  readonly limit?: RateLimit
  readonly load: (params: never, context: Context) => unknown
  readonly input: z.ZodType
  readonly back: (subject: never) => string
  readonly act: (subject: never, input: never, context: Context) => Promise<Acted>
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Buffer | Readable | null
}

/**
 * What is left to do once the transaction that read for this request is over: an act with a transaction of its own. Within the
 * first it would wait for a second connection, and as many requests as there are connections would wait for each other.
 */
export type Afterwards = () => Promise<Reply | Redirect>

type EndpointAnswer = Reply | Redirect | Afterwards

export interface EndpointRoute extends RouteBase {
  readonly kind: 'endpoint'
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Machine endpoints that carry their own proof (a token) skip the CSRF check; browsers' never do. */
  readonly isCsrfExempt: boolean
  /** What fails is told as a problem (RFC 9457), never as a page. */
  readonly isForMachines: boolean
  /** The same for everybody, signed in or not: read as a visitor, kept until something changes. */
  readonly isPublic: boolean
  readonly limit?: RateLimit
  readonly load: (params: never, context: Context) => unknown
  readonly reply: (subject: never, context: Context) => Promise<EndpointAnswer> | EndpointAnswer
}

export type Route = PageRoute | FormRoute | ActionRoute | EndpointRoute

interface PageParts<Path extends string, Subject> {
  load: (params: Params<Path>, context: Context) => Loaded<Subject>
  allow: Rule<Subject>
  isPublic?: boolean
  view: (subject: NoInfer<Subject>, context: Context) => Answered | Promise<Answered>
  afterwards?: (subject: NoInfer<Subject>, context: Context) => Promise<void>
}

/** A page to read. */
export function page<Path extends string, Subject>(
  path: Path,
  parts: PageParts<Path, Subject>,
): PageRoute {
  return { kind: 'page', path, isPublic: parts.isPublic ?? false, ...parts } as unknown as PageRoute
}

interface FormParts<Path extends string, Subject, Input extends z.ZodType> {
  load: (params: Params<Path>, context: Context) => Loaded<Subject>
  allow: Rule<Subject>
  input: Input
  limit?: RateLimit
  /** False when a file that is sent is only looked at: nothing of it stays. */
  keepsFiles?: boolean
  /** What the fields hold when the form is first shown. */
  initial?: (
    subject: NoInfer<Subject>,
    context: Context,
  ) => Partial<Record<keyof z.infer<Input>, unknown>>
  invalid: (
    subject: NoInfer<Subject>,
    submission: Submission<z.infer<Input>>,
    context: Context,
  ) => VNode
  valid: (subject: NoInfer<Subject>, input: z.infer<Input>, context: Context) => Promise<Acted>
}

/** GET shows the form; POST validates, acts in one transaction, redirects; errors bring the form back as typed. */
export function form<Path extends string, Subject, Input extends z.ZodType>(
  path: Path,
  parts: FormParts<Path, Subject, Input>,
): FormRoute {
  return {
    kind: 'form',
    path,
    keepsFiles: true,
    initial: () => ({}),
    ...parts,
  } as unknown as FormRoute
}

interface ActionParts<Path extends string, Subject, Input extends z.ZodType> {
  load: (params: Params<Path>, context: Context) => Loaded<Subject>
  allow: Rule<Subject>
  input: Input
  limit?: RateLimit
  /** The page that holds the button: refusals are shown there. */
  back: (subject: NoInfer<Subject>) => string
  act: (subject: NoInfer<Subject>, input: z.infer<Input>, context: Context) => Promise<Acted>
}

/** A button: POST only, refusals come back to the page that holds it. */
export function action<Path extends string, Subject, Input extends z.ZodType>(
  path: Path,
  parts: ActionParts<Path, Subject, Input>,
): ActionRoute {
  return { kind: 'action', path, ...parts } as unknown as ActionRoute
}

interface EndpointParts<Path extends string, Subject> {
  method?: 'GET' | 'POST' | 'PUT'
  isCsrfExempt?: boolean
  isForMachines?: boolean
  isPublic?: boolean
  limit?: RateLimit
  load: (params: Params<Path>, context: Context) => Loaded<Subject>
  allow: Rule<Subject>
  reply: (subject: NoInfer<Subject>, context: Context) => Promise<EndpointAnswer> | EndpointAnswer
}

/** A file, a feed or a machine's answer. */
export function endpoint<Path extends string, Subject>(
  path: Path,
  parts: EndpointParts<Path, Subject>,
): EndpointRoute {
  return {
    kind: 'endpoint',
    method: 'GET',
    isCsrfExempt: false,
    isForMachines: false,
    isPublic: false,
    path,
    ...parts,
  } as unknown as EndpointRoute
}

export function isRedirect(value: unknown): value is Redirect {
  return (
    typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'redirect'
  )
}

export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}
