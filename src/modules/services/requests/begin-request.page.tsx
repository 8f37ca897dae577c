/** Before the first question: what to have at hand, what it costs, how long it takes; then a draft that nobody else reads. */
import { z } from 'zod'
import { type Commune, getCommuneBySlug } from '#modules/directory/index.ts'
import { findPersonalDetails } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { inOwnName } from '#platform/policy.ts'
import { type Context, form, seeOther } from '#platform/web.ts'
import { Form, Notice, Page } from '#web/components/index.tsx'
import { FactList } from '../inventory/fact-text.view.tsx'
import { listFees } from '../inventory/sheet.queries.ts'
import { type ToldFee, tellFee } from '../procedures/fee-lines.rules.ts'
import { Costs, Delay } from '../procedures/procedure-body.view.tsx'
import { getPublished, type Published } from '../procedures/published.queries.ts'
import { prefillAnswers } from './applicant.rules.ts'
import { findOwnDraft } from './request.queries.ts'
import { beginRequest } from './submit-request.actions.ts'

interface Beginning {
  readonly commune: Commune
  readonly published: Published
  readonly fee: ToldFee
  /** Since when a draft waits to be gone on with. */
  readonly draftSince: Date | null
}

export const beginRequestPage = form('/communes/:slug/demarches/:code/demander', {
  load: loadBeginning,
  allow: inOwnName,
  input: z.object({}),
  invalid: (beginning, { errors }) => <BeginRequest {...beginning} errors={errors} />,
  valid: async ({ published }, _, context) => {
    const { db, actor } = context
    const person = await findPersonalDetails(db, getPersonId(actor))
    const known = prefillAnswers(published.definition, person)
    const id = await beginRequest(context, { ...published, known })
    const [first] = published.definition.pages
    return seeOther(`/demandes/${id}/ecrans/${first?.code ?? ''}`)
  },
})

async function loadBeginning(
  { slug, code }: { slug: string; code: string },
  { db, actor, now }: Context,
): Promise<Beginning> {
  const commune = await getCommuneBySlug(db, slug)
  const published = await getPublished(db, commune.id, code)
  const tariffs = await listFees(db, { communeId: commune.id, serviceCode: code })
  const draft = actor.id && (await findOwnDraft(db, published.procedure.id, actor.id))
  return {
    ...{ commune, published },
    fee: tellFee(published.definition, tariffs, toDay(now)),
    draftSince: draft ? draft.createdAt : null,
  }
}

function BeginRequest(props: Beginning & { readonly errors: { readonly form?: string } }) {
  const { commune, published, fee, draftSince, errors } = props
  const { definition, procedure } = published
  const back = `/communes/${commune.slug}/demarches/${procedure.serviceCode}`
  return (
    <Page
      title={definition.title}
      kicker={commune.name}
      errors={errors}
      breadcrumbs={[
        { label: 'Démarches', href: '/demarches' },
        { label: definition.title, href: back },
      ]}
    >
      {procedure.status !== 'open' && (
        <Notice kind="warning" title="Démarche suspendue">
          <p lang="fr">{published.statusReason}</p>
        </Notice>
      )}
      {draftSince && (
        <Notice kind="info" title="Vous avez déjà commencé">
          <p>
            {t('Vos réponses du {date} sont gardées : vous continuez là où vous étiez.', {
              date: formatDate(draftSince),
            })}
          </p>
        </Notice>
      )}
      <h2>{t('Ce qu’il faut préparer')}</h2>
      <FactList facts={definition.documents} />
      <h2>{t('Ce que cela coûte')}</h2>
      <Costs fee={fee} />
      <h2>{t('En combien de temps')}</h2>
      <Delay timeLimit={definition.timeLimit} />
      <p>
        {t(
          'Chaque réponse est gardée dès que vous passez à la suite : vous pouvez vous arrêter et revenir. Rien n’est envoyé avant la fin.',
        )}
      </p>
      {procedure.status === 'open' && (
        <Form
          submit={draftSince ? 'Continuer ma demande' : 'Commencer ma demande'}
          secondary={{ label: 'Retour', href: back }}
        />
      )}
    </Page>
  )
}
