/** One thing that may be asked of the public interface: what checks the question, writes OpenAPI and the guide, and answers. */
import type { z } from 'zod'
import type { Scope } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context, Refusal } from '#platform/web.ts'

export const prefix = '/api/v1'

/** The chapters of the guide, and the tags of the OpenAPI document. */
export type ResourceName =
  | 'communes'
  | 'startups'
  | 'solutions'
  | 'besoins'
  | 'appels'
  | 'projets'
  | 'registre'
  | 'services'
  | 'sessions'
  | 'recommandations'
  | 'listes'
  | 'organisation'

export interface Asked<Query> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly context: Context
  readonly db: Context['db']
  readonly actor: Actor
  /** The address of an object of the interface: « /besoins/BES-2026-0042 ». */
  readonly url: (path: string) => string
  /** The address of a page of the site. */
  readonly page: (path: string) => string
  /** The same question from there on; null when nothing follows. */
  readonly next: (cursor: string | null) => string | null
}

interface Parts<Query extends z.ZodObject, Reply extends z.ZodType> {
  /** operationId, which generated clients call. */
  readonly name: string
  readonly resource: ResourceName
  /** Below the prefix. */
  readonly path: string
  readonly summary: string
  readonly query: Query
  readonly reply: Reply
  readonly example: z.output<Reply>
  /** False when the answer depends on the second it is given. */
  readonly isKept?: boolean
  /** Asks for a key: with this scope, or with any. */
  readonly key?: Scope | 'any'
  readonly work: (asked: Asked<z.output<Query>>) => Promise<z.output<Reply> | Refusal>
}

export interface Operation extends Parts<z.ZodObject, z.ZodType> {
  readonly isKept: boolean
}

export function operation<Query extends z.ZodObject, Reply extends z.ZodType>(
  parts: Parts<Query, Reply>,
): Operation {
  return { isKept: true, ...parts } as unknown as Operation
}
