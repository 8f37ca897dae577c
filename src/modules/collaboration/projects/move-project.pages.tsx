/** The steps of a project: plain buttons, and forms where a reason is owed. */
import { z } from 'zod'
import { action, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { loadProject } from './load-project.ts'
import { moveProject } from './project.actions.ts'
import { projectPolicy } from './project.policy.ts'
import type { Project } from './project.schema.ts'

const back = ({ id, title }: Project) => ({ href: `/espace/projets/${id}`, label: title })

const plainSteps = [
  {
    step: 'start',
    path: 'demarrer',
    done: 'Le projet est démarré, et public. L’autre partie est prévenue.',
  },
  { step: 'resume', path: 'reprendre', done: 'Le projet reprend.' },
  { step: 'close', path: 'clore', done: 'Le projet est clos. Son bilan est public.' },
] as const

const plainActions = plainSteps.map(({ step, path, done }) =>
  action(`/espace/projets/:projectId/${path}`, {
    load: loadProject,
    allow: projectPolicy[step],
    input: z.object({}),
    back: (project) => back(project).href,
    act: async (project, _, context) => {
      await moveProject(context, project, step)
      return seeOther(back(project).href, done)
    },
  }),
)

const suspendPage = reasonForm('/espace/projets/:projectId/suspendre', {
  load: loadProject,
  allow: projectPolicy.suspend,
  back,
  title: 'Suspendre le projet',
  label: 'Pourquoi le suspendre',
  hint: 'Public. Dites aussi ce qui permettra de reprendre.',
  done: 'Le projet est suspendu. L’autre partie est prévenue.',
  act: (project, reason, context) => moveProject(context, project, 'suspend', reason),
})

const abandonPage = reasonForm('/espace/projets/:projectId/abandonner', {
  load: loadProject,
  allow: projectPolicy.abandon,
  back,
  title: 'Abandonner le projet',
  label: 'Pourquoi l’abandonner',
  hint: 'Public si le projet a démarré. Un projet abandonné ne se rouvre pas.',
  isDangerous: true,
  done: 'Le projet est abandonné.',
  act: (project, reason, context) => moveProject(context, project, 'abandon', reason),
})

export const moveProjectPages = [...plainActions, suspendPage, abandonPage]
