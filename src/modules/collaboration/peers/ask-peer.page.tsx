/** The page where a commune asks another, which uses a solution, what it is worth. */

import type { z } from 'zod'
import {
  type CatalogueEntry,
  type ConfirmedUser,
  findCatalogueEntryBySlug,
  listConfirmedUsers,
} from '#modules/directory/index.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, type Submission, seeOther } from '#platform/web.ts'
import { EmptyState, Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { askPeer } from './peer.actions.ts'
import { mayAskPeer } from './peer.policy.ts'
import { AskPeer } from './peer.schema.ts'

interface Asking {
  readonly solution: CatalogueEntry
  readonly users: readonly ConfirmedUser[]
}

export const askPeerPage = form('/solutions/:slug/pairs', {
  load: loadAsking,
  allow: mayAskPeer,
  input: AskPeer,
  invalid: (asking, submission) => <AskPeerForm {...asking} {...submission} />,
  valid: async ({ solution }, input, context) => {
    const asked = await askPeer(context, solution, input)
    if ('kind' in asked) return asked
    return seeOther(`/espace/pairs/${asked.id}`, 'Votre question est envoyée à la commune.')
  },
})

async function loadAsking({ slug }: { slug: string }, { db, actor }: Context): Promise<Asking> {
  const solution = orNotFound(await findCatalogueEntryBySlug(db, slug))
  const users = await listConfirmedUsers(db, solution.solutionId)
  return { solution, users: users.filter((user) => user.communeId !== actor.organisation?.id) }
}

function AskPeerForm({
  solution,
  users,
  values,
  errors,
}: Asking & Submission<z.infer<typeof AskPeer>>) {
  const back = `/solutions/${solution.slug}`
  return (
    <Page
      title="Demander à une commune qui l’utilise"
      kicker={solution.name}
      errors={errors}
      breadcrumbs={[{ label: solution.name, href: back }]}
    >
      {users.length === 0 ? (
        <EmptyState title="Aucune autre commune n’a confirmé l’utiliser">
          <p>{t('Demandez plutôt à la startup des références, ou une démonstration.')}</p>
        </EmptyState>
      ) : (
        <Form
          action={`${back}/pairs`}
          submit="Envoyer la question"
          secondary={{ label: 'Annuler', href: back }}
        >
          <p>{t('La startup ne voit pas cet échange : il reste entre les deux communes.')}</p>
          <RadioGroup
            name="communeId"
            label="À quelle commune ?"
            options={users.map((user) => ({ value: user.communeId, label: user.communeName }))}
            value={values.communeId ?? (users.length === 1 ? users[0]?.communeId : undefined)}
            error={errors.communeId}
          />
          <TextArea
            name="question"
            label="Votre question"
            hint="Par exemple : qu’est-ce qui a changé, qu’est-ce qui a été difficile, le referiez-vous ?"
            value={values.question}
            error={errors.question}
            rows={6}
          />
        </Form>
      )}
    </Page>
  )
}
