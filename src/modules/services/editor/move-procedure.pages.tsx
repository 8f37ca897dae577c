/** Publishing, suspending and reopening a procedure. */
import { z } from 'zod'
import { action, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import {
  publishProcedure,
  resumeProcedure,
  suspendProcedure,
} from '../procedures/procedure.actions.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import { type Drafting, editorOf, editorPath, loadDraft } from './load-draft.ts'

const back = (drafting: Drafting) => ({
  href: editorOf(drafting),
  label: drafting.definition.title,
})

export const publishAction = action(`${editorPath}/publier`, {
  load: loadDraft,
  allow: (actor, { procedure }) => procedurePolicy.open(actor, procedure),
  input: z.object({}),
  back: editorOf,
  act: async (drafting, _, context) => {
    const { revision } = await publishProcedure(context, drafting.procedure.id)
    return seeOther(
      editorOf(drafting),
      revision === 1
        ? 'La démarche est ouverte : tout le monde peut la lire.'
        : 'Les changements sont publiés.',
    )
  },
})

export const resumeAction = action(`${editorPath}/reprendre`, {
  load: loadDraft,
  allow: (actor, { procedure }) => procedurePolicy.resume(actor, procedure),
  input: z.object({}),
  back: editorOf,
  act: async (drafting, _, context) => {
    await resumeProcedure(context, drafting.procedure.id)
    return seeOther(editorOf(drafting), 'La démarche est rouverte.')
  },
})

export const suspendPage = reasonForm(`${editorPath}/suspendre`, {
  load: loadDraft,
  allow: (actor, { procedure }: Drafting) => procedurePolicy.suspend(actor, procedure),
  back,
  title: 'Suspendre la démarche',
  label: 'Pourquoi la suspendre',
  hint: 'Public. Dites aussi quand elle rouvrira, et où demander d’ici là.',
  isDangerous: true,
  done: 'La démarche est suspendue. Tout le monde en lit le motif.',
  act: ({ procedure }, reason, context) => suspendProcedure(context, procedure.id, reason),
})
