/** The commune's side: claims to answer, uses to rate, and telling of a use nobody claimed. */

import { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, fields, form, page, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  DateField,
  EmptyState,
  Form,
  NumberField,
  Page,
  RadioGroup,
  Stars,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
} from '../catalogue/catalogue-entry.queries.ts'
import { deploymentLabels } from '../labels.ts'
import { declareUse, moveUse, rateUse } from './deployment.actions.ts'
import { deploymentPolicy, mayDeclareUse } from './deployment.policy.ts'
import {
  type CommuneUse,
  type Deployment,
  getDeployment,
  listOwnUses,
} from './deployment.queries.ts'

const home = '/espace/utilisations'
const crumbs = [{ label: 'Solutions utilisées', href: home }]
const tones = {
  claimed: 'warning',
  confirmed: 'success',
  contested: 'danger',
  ended: 'neutral',
} as const
const load = (
  { deploymentId }: { deploymentId: string },
  { db }: { db: Parameters<typeof getDeployment>[0] },
) => getDeployment(db, deploymentId)

export const ownUsesPage = page(home, {
  load: (_, { db, actor }) => listOwnUses(db, getOrganisationId(actor)),
  allow: mayDeclareUse,
  view: (uses) => (
    <Page
      title="Solutions utilisées par la commune"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {uses.length === 0 ? (
        <EmptyState title="Aucune utilisation connue">
          <p>
            {t(
              'Ouvrez la page d’une solution que la commune utilise, et dites-le : les autres communes en profiteront.',
            )}{' '}
            <a href="/solutions">{t('Voir les solutions')}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Utilisations"
          columns={[
            { key: 'solution', label: 'Solution' },
            { key: 'status', label: 'État' },
            { key: 'since', label: 'Depuis le' },
            { key: 'rating', label: 'Avis' },
            { key: 'acts', label: 'Actions' },
          ]}
          rows={uses.map(toRow)}
        />
      )}
    </Page>
  ),
})

function toRow(use: CommuneUse) {
  return {
    solution: (
      <>
        <a href={`/solutions/${use.solutionSlug}`}>{use.solutionName}</a>{' '}
        <span class="meta">{use.startupName}</span>
      </>
    ),
    status: <Tag tone={tones[use.status]}>{t(deploymentLabels[use.status])}</Tag>,
    since: use.since ? formatDate(use.since) : '—',
    rating: use.stars === null ? '—' : <Stars value={use.stars} />,
    acts: <UseActs use={use} />,
  }
}

function UseActs({ use }: { use: CommuneUse }) {
  const base = `${home}/${use.id}`
  return (
    <Actions>
      {use.status !== 'confirmed' && (
        <ActionButton action={`${base}/confirmer`} label="Confirmer" kind="quiet" />
      )}
      {use.status === 'claimed' && (
        <ButtonLink href={`${base}/contester`} kind="quiet">
          Contester
        </ButtonLink>
      )}
      {use.status === 'confirmed' && (
        <ButtonLink href={`${base}/avis`} kind="quiet">
          {use.stars === null ? t('Donner un avis') : t('Changer l’avis')}
        </ButtonLink>
      )}
      {use.status === 'confirmed' && (
        <ButtonLink href={`${base}/terminer`} kind="quiet">
          Ne plus utiliser
        </ButtonLink>
      )}
    </Actions>
  )
}

export const confirmUseAction = action(`${home}/:deploymentId/confirmer`, {
  load,
  allow: deploymentPolicy.confirm,
  input: z.object({}),
  back: () => home,
  act: async (use: Deployment, _, context) => {
    await moveUse(context, use, 'confirm')
    return seeOther(home, 'L’utilisation est confirmée. Vous pouvez maintenant donner votre avis.')
  },
})

const Reason = z.object({
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez le motif' }),
})

const reasonedSteps = [
  {
    step: 'contest',
    path: 'contester',
    title: 'Contester cette utilisation',
    done: 'L’utilisation est contestée. La startup est prévenue.',
  },
  {
    step: 'end',
    path: 'terminer',
    title: 'Ne plus utiliser cette solution',
    done: 'C’est noté. La startup est prévenue.',
  },
] as const

export const reasonedUsePages = reasonedSteps.map(({ step, path, title, done }) =>
  form(`${home}/:deploymentId/${path}`, {
    load: (params: { deploymentId: string }, context) => load(params, context),
    allow: deploymentPolicy[step],
    input: Reason,
    invalid: (use: Deployment, { values, errors }) => (
      <Page title={title} errors={errors} breadcrumbs={crumbs}>
        <Form
          action={`${home}/${use.id}/${path}`}
          submit={title}
          danger
          secondary={{ label: 'Annuler', href: home }}
        >
          <TextArea
            name="reason"
            label="Pourquoi"
            hint="La startup recevra ce texte tel quel."
            value={values.reason}
            error={errors.reason}
            rows={4}
          />
        </Form>
      </Page>
    ),
    valid: async (use: Deployment, { reason }, context) => {
      await moveUse(context, use, step, reason)
      return seeOther(home, done)
    },
  }),
)

const Rating = z.object({
  stars: z.coerce
    .number('Choisissez une note de 1 à 5')
    .int()
    .min(1, 'Choisissez une note de 1 à 5')
    .max(5, 'Choisissez une note de 1 à 5'),
  comment: fields.text({ min: 20, max: 2000, missing: 'Dites ce qui va et ce qui ne va pas' }),
})

export const rateUsePage = form(`${home}/:deploymentId/avis`, {
  load: async ({ deploymentId }, { db }) => {
    const use = await getDeployment(db, deploymentId)
    const rating = await db
      .selectFrom('directory.rating')
      .select(['stars', 'comment'])
      .where('deploymentId', '=', use.id)
      .executeTakeFirst()
    return { use, rating }
  },
  allow: (actor, { use }) => deploymentPolicy.rate(actor, use),
  input: Rating,
  initial: ({ rating }) => rating ?? {},
  invalid: ({ use }, submission) => <RateUse use={use} {...submission} />,
  valid: async ({ use }, rating, context) => {
    await rateUse(context, use, rating)
    return seeOther(home, 'Votre avis est publié. La startup peut y répondre.')
  },
})

function RateUse({
  use,
  values,
  errors,
}: Submission<z.infer<typeof Rating>> & { use: Deployment }) {
  const labels = ['À éviter', 'Décevant', 'Correct', 'Bon', 'Excellent']
  return (
    <Page title="Donner un avis" errors={errors} breadcrumbs={crumbs}>
      <p>{t('L’avis est public, au nom de la commune. Il aide les autres communes à choisir.')}</p>
      <Form
        action={`${home}/${use.id}/avis`}
        submit="Publier l’avis"
        secondary={{ label: 'Annuler', href: home }}
      >
        <RadioGroup
          name="stars"
          label="Note"
          options={labels.map((label, index) => ({
            value: String(index + 1),
            label: `${index + 1} : ${t(label)}`,
          }))}
          value={values.stars}
          error={errors.stars}
        />
        <TextArea
          name="comment"
          label="Votre avis"
          hint="Ce qui a changé, ce qui a été difficile, ce que vous conseillez."
          value={values.comment}
          error={errors.comment}
          rows={6}
        />
      </Form>
    </Page>
  )
}

const Declaring = z.object({
  since: fields.optionalDay(),
  scope: fields.optionalText(300),
  users: fields.optionalInteger(1, 100_000),
})

export const declareUsePage = form('/solutions/:slug/utilisation', {
  load: async ({ slug }, { db }) => orNotFound(await findCatalogueEntryBySlug(db, slug)),
  allow: mayDeclareUse,
  input: Declaring,
  invalid: (solution, submission) => <DeclareUse solution={solution} {...submission} />,
  valid: async (solution, declared, context) => {
    const { solutionId, startupId, name: solutionName } = solution
    const use = {
      solutionId,
      startupId,
      solutionName,
      communeId: getOrganisationId(context.actor),
      ...declared,
    }
    if (!(await declareUse(context, use)))
      return refuse({
        form: 'Cette utilisation est déjà connue : retrouvez-la dans « Solutions utilisées ».',
      })
    return seeOther(home, 'L’utilisation est publiée. Vous pouvez maintenant donner votre avis.')
  },
})

function DeclareUse({
  solution,
  values,
  errors,
}: Submission<z.infer<typeof Declaring>> & { solution: CatalogueEntry }) {
  const back = `/solutions/${solution.slug}`
  return (
    <Page
      title="Ma commune utilise cette solution"
      errors={errors}
      breadcrumbs={[{ label: solution.name, href: back }]}
    >
      <Form
        action={`${back}/utilisation`}
        submit="Publier"
        secondary={{ label: 'Annuler', href: back }}
      >
        <DateField
          name="since"
          label="Depuis le"
          required={false}
          value={values.since}
          error={errors.since}
        />
        <TextField
          name="scope"
          label="Pour quoi faire"
          hint="Par exemple : droits de place du marché central."
          required={false}
          value={values.scope}
          error={errors.scope}
        />
        <NumberField
          name="users"
          label="Nombre d’agents qui l’utilisent"
          required={false}
          value={values.users}
          error={errors.users}
        />
      </Form>
    </Page>
  )
}
