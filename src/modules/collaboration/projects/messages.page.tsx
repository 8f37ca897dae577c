/** The thread of a project: what its two sides write to each other. */
import { z } from 'zod'
import { listOrganisationNames, listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { EmptyState, Form, Page, TextArea, Thread } from '#web/components/index.tsx'
import { writeEntry } from './journal.actions.ts'
import { listEntries } from './journal.queries.ts'
import { crumbs } from './load-project.ts'
import { projectPolicy } from './project.policy.ts'
import { getProject } from './project.queries.ts'
import type { Project, ProjectEntry } from './project.schema.ts'
import { ProjectTabs } from './project-file.page.tsx'

const Message = z.object({
  body: fields.text({ max: 4000, missing: 'Écrivez votre message' }),
})

interface Exchange {
  readonly project: Project
  readonly messages: readonly ProjectEntry[]
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
}

export const messagesPage = form('/espace/projets/:projectId/messages', {
  load: loadExchange,
  allow: (actor, { project }) => projectPolicy.follow(actor, project),
  input: Message,
  invalid: (exchange, submission, { actor }) => (
    <Messages {...exchange} {...submission} actor={actor} />
  ),
  valid: async ({ project }, { body }, context) => {
    const entry = { kind: 'message', title: '', body, likelihood: null, impact: null } as const
    await writeEntry(context, project, entry)
    return seeOther(`/espace/projets/${project.id}/messages`, 'Le message est envoyé.')
  },
})

async function loadExchange(
  { projectId }: { projectId: string },
  { db }: Context,
): Promise<Exchange> {
  const messages = await listEntries(db, projectId, ['message'])
  const authors = messages.map(({ authorId }) => authorId)
  const sides = messages.map(({ authorOrganisationId }) => authorOrganisationId)
  return {
    project: await getProject(db, projectId),
    messages,
    people: await listPersonNames(db, authors),
    organisations: await listOrganisationNames(db, sides),
  }
}

type Props = Exchange & Submission<z.infer<typeof Message>> & { actor: Actor }

function Messages({ project, messages, people, organisations, values, errors, actor }: Props) {
  return (
    <Page title="Messages du projet" errors={errors} breadcrumbs={crumbs(project)}>
      <ProjectTabs project={project} current="/messages" />
      {messages.length === 0 && (
        <EmptyState title="Aucun message">
          <p>{t('Ce qui s’écrit ici reste avec le projet, et se retrouve.')}</p>
        </EmptyState>
      )}
      <Thread
        messages={messages.map(({ writtenAt, authorId, authorOrganisationId, body }) => ({
          at: writtenAt,
          author: people.get(authorId) ?? '',
          organisation: organisations.get(authorOrganisationId),
          body,
          mine: authorId === actor.id,
        }))}
      />
      {projectPolicy.write(actor, project) && (
        <Form action={`/espace/projets/${project.id}/messages`} submit="Envoyer">
          <TextArea name="body" label="Votre message" value={values.body} error={errors.body} />
        </Form>
      )}
    </Page>
  )
}
