/** What every page of the editor is about: the procedure, and what its draft says now. */
import type { Context, Redirect, Refusal } from '#platform/web.ts'
import { refuse, seeOther } from '#platform/web.ts'
import { readProcedure, writeProcedure } from '../procedures/definition.schema.ts'
import { saveDraft } from '../procedures/procedure.actions.ts'
import type { Procedure } from '../procedures/procedure.lifecycle.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import { getDraft, getProcedure } from '../procedures/procedure.queries.ts'
import type { Definition } from '../procedures/procedure.types.ts'

export interface Drafting {
  readonly procedure: Procedure
  readonly definition: Definition
  readonly version: number
}

export async function loadDraft(
  { procedureId }: { procedureId: string },
  { db }: Pick<Context, 'db'>,
): Promise<Drafting> {
  const procedure = await getProcedure(db, procedureId)
  return { procedure, ...(await getDraft(db, procedureId)) }
}

export const mayWrite = (actor: Context['actor'], { procedure }: Pick<Drafting, 'procedure'>) =>
  procedurePolicy.write(actor, procedure)

export const editorPath = '/espace/demarches/:procedureId'
export const editorOf = ({ procedure }: Pick<Drafting, 'procedure'>) =>
  `/espace/demarches/${procedure.id}`

const writtenMeanwhile =
  'Quelqu’un a modifié cette démarche pendant que vous écriviez. Votre saisie est gardée ci-dessous : relisez la démarche dans un autre onglet, puis enregistrez de nouveau.'

interface Change {
  readonly definition: Definition
  /** The version of the draft that the form was filled from. */
  readonly from: number
  /** Where one goes then. */
  readonly to: string
  readonly said: string
}

/** Saves what a form says; brings it back when it holds too much, or when the draft is no longer the one it was filled from. */
export async function keepDraft(
  context: Context,
  { procedure }: Pick<Drafting, 'procedure'>,
  { definition, from, to, said }: Change,
): Promise<Redirect | Refusal> {
  const read = readProcedure(writeProcedure(definition))
  if (!read.ok) return refuse({ form: read.problems.slice(0, 3).join(' ') })
  const isSaved = await saveDraft(context, procedure, definition, from)
  return isSaved ? seeOther(to, said) : refuse({ form: writtenMeanwhile })
}

/** The version a form carries: once refused for being old, it comes back with the one that is now in force. */
export function versionToSend(
  { version }: Pick<Drafting, 'version'>,
  typed: string | undefined,
  isRefused: boolean,
): string {
  return isRefused || typed === undefined ? String(version) : typed
}
