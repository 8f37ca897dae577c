/** At the counter: an agent answers for somebody who is there, and what they are writing waits for them. */
import { z } from 'zod'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, seeOther } from '#platform/web.ts'
import { Form, Page } from '#web/components/index.tsx'
import type { Procedure } from '../procedures/procedure.lifecycle.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import { getProcedure } from '../procedures/procedure.queries.ts'
import { getPublished, type Published } from '../procedures/published.queries.ts'
import { listCounterDrafts } from './request.queries.ts'
import { beginRequest } from './submit-request.actions.ts'

interface Counter {
  readonly procedure: Procedure
  readonly published: Published
  readonly drafts: readonly { readonly id: string; readonly updatedAt: Date }[]
}

export const counterPage = form('/espace/demarches/:procedureId/guichet', {
  load: async ({ procedureId }: { procedureId: string }, { db, actor }: Context) => {
    const procedure = await getProcedure(db, procedureId)
    return {
      procedure,
      published: await getPublished(db, procedure.communeId, procedure.serviceCode),
      drafts: actor.id ? await listCounterDrafts(db, procedureId, actor.id) : [],
    } satisfies Counter
  },
  allow: (actor, { procedure }) => procedurePolicy.write(actor, procedure),
  input: z.object({}),
  invalid: (counter, { errors }) => <ShowCounter {...counter} errors={errors} />,
  valid: async ({ published }, _, context) => {
    const id = await beginRequest(context, { ...published, isAtCounter: true })
    const [first] = published.definition.pages
    return seeOther(`/demandes/${id}/ecrans/${first?.code ?? ''}`)
  },
})

function ShowCounter({
  procedure,
  published,
  drafts,
  errors,
}: Counter & { readonly errors: { readonly form?: string } }) {
  const { definition } = published
  return (
    <Page
      title="Au guichet"
      kicker={definition.title}
      lead="Répondez pour la personne qui est devant vous : relisez-lui tout avant d’envoyer. La demande dira qu’elle a été écrite au guichet, et par qui."
      errors={errors}
      breadcrumbs={[
        { label: 'Démarches de la commune', href: '/espace/demarches' },
        { label: definition.title, href: `/espace/demarches/${procedure.id}` },
      ]}
    >
      {drafts.length > 0 && (
        <>
          <h2>{t('Vos saisies en cours')}</h2>
          <ul>
            {drafts.map(({ id, updatedAt }) => (
              <li key={id}>
                <a href={`/demandes/${id}/relecture`}>
                  {t('Reprendre la saisie du {date}', { date: formatDateTime(updatedAt) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {procedure.status === 'open' ? (
        <Form
          submit="Commencer une saisie"
          secondary={{ label: 'Retour', href: `/espace/demarches/${procedure.id}` }}
        />
      ) : (
        <p>{t('La démarche est suspendue : aucune demande n’est reçue.')}</p>
      )}
    </Page>
  )
}
