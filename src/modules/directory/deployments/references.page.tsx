/** The startup's side: claiming a use, and replying to what communes say; the association's: hiding what must not stand. */

import { z } from 'zod'
import { worksFor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  EmptyState,
  Form,
  FormSection,
  Page,
  Select,
  Stars,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { type CommuneLine, listCommunes } from '../communes/commune.queries.ts'
import { deploymentLabels } from '../labels.ts'
import { getSolution } from '../solutions/solution.queries.ts'
import type { Solution } from '../solutions/solution.schema.ts'
import { claimUse, hideRating, replyToRating } from './deployment.actions.ts'
import { deploymentPolicy } from './deployment.policy.ts'
import {
  type Deployment,
  getDeployment,
  listUsesOfSolution,
  type SolutionUse,
} from './deployment.queries.ts'

const Claim = z.object({
  communeId: z.uuid('Choisissez une commune'),
  since: fields.optionalDay(),
  scope: fields.text({ max: 300, missing: 'Indiquez pour quoi la commune l’utilise' }),
})

interface References {
  readonly solution: Solution
  readonly uses: readonly SolutionUse[]
  readonly communes: readonly CommuneLine[]
}

export const referencesPage = form('/espace/solutions/:solutionId/references', {
  load: async ({ solutionId }, { db }): Promise<References> => ({
    solution: await getSolution(db, solutionId),
    uses: await listUsesOfSolution(db, solutionId),
    communes: await listCommunes(db),
  }),
  allow: (actor, { solution }) => worksFor(actor, solution.startupId, 'manager', 'member'),
  input: Claim,
  invalid: (references, submission) => <ReferencesView {...references} {...submission} />,
  valid: async ({ solution, communes }, claim, context) => {
    if (!communes.some(({ id }) => id === claim.communeId))
      return refuse({ communeId: 'Choisissez une commune' })
    const use = {
      solutionId: solution.id,
      startupId: solution.startupId,
      solutionName: solution.name,
      users: null,
      ...claim,
    }
    if (!(await claimUse(context, use)))
      return refuse({ communeId: 'Cette utilisation est déjà indiquée' })
    return seeOther(
      `/espace/solutions/${solution.id}/references`,
      'La commune est invitée à confirmer.',
    )
  },
})

function ReferencesView({
  solution,
  uses,
  communes,
  values,
  errors,
}: References & Submission<z.infer<typeof Claim>>) {
  const base = `/espace/solutions/${solution.id}`
  return (
    <Page
      title="Qui utilise cette solution"
      errors={errors}
      breadcrumbs={[
        { label: 'Mes solutions', href: '/espace/solutions' },
        { label: solution.name, href: base },
      ]}
    >
      {uses.length === 0 ? (
        <EmptyState title="Aucune utilisation indiquée" />
      ) : (
        <Table
          caption="Utilisations"
          columns={[
            { key: 'commune', label: 'Commune' },
            { key: 'status', label: 'État' },
            { key: 'since', label: 'Depuis le' },
            { key: 'rating', label: 'Avis' },
          ]}
          rows={uses.map((use) => ({
            commune: use.communeName,
            status: (
              <Tag tone={use.status === 'confirmed' ? 'success' : 'neutral'}>
                {t(deploymentLabels[use.status])}
              </Tag>
            ),
            since: use.since ? formatDate(use.since) : '—',
            rating: use.stars === null ? '—' : <RatingCell use={use} />,
          }))}
        />
      )}
      <FormSection
        title="Indiquer une utilisation"
        hint="Elle paraît comme annoncée par vous, jusqu’à ce que la commune la confirme elle-même."
      >
        <Form action={`${base}/references`} submit="Inviter la commune à confirmer">
          <Select
            name="communeId"
            label="Commune"
            empty="Choisissez"
            value={values.communeId}
            error={errors.communeId}
            options={communes.map(({ id, name }) => ({ value: id, label: name }))}
          />
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
            value={values.scope}
            error={errors.scope}
          />
        </Form>
      </FormSection>
    </Page>
  )
}

function RatingCell({ use }: { use: SolutionUse }) {
  return (
    <>
      <Stars value={use.stars ?? 0} />{' '}
      <a href={`/espace/avis/${use.id}/repondre`}>
        {use.reply ? t('Changer la réponse') : t('Répondre')}
      </a>
    </>
  )
}

interface RatedUse {
  readonly use: Deployment
  readonly comment: string
}

async function loadRated(
  { deploymentId }: { deploymentId: string },
  { db }: Context,
): Promise<RatedUse> {
  const use = await getDeployment(db, deploymentId)
  const rating = await db
    .selectFrom('directory.rating')
    .select('comment')
    .where('deploymentId', '=', use.id)
    .executeTakeFirst()
  return { use, comment: rating?.comment ?? '' }
}

const Reply = z.object({
  reply: fields.text({ min: 10, max: 2000, missing: 'Écrivez votre réponse' }),
})

export const replyPage = form('/espace/avis/:deploymentId/repondre', {
  load: loadRated,
  allow: (actor, { use }) => deploymentPolicy.reply(actor, use),
  input: Reply,
  invalid: ({ use, comment }, { values, errors }) => (
    <Page
      title="Répondre à un avis"
      errors={errors}
      breadcrumbs={[
        { label: 'Utilisations', href: `/espace/solutions/${use.solutionId}/references` },
      ]}
    >
      <blockquote class="prose">{comment}</blockquote>
      <Form action={`/espace/avis/${use.id}/repondre`} submit="Publier la réponse">
        <TextArea
          name="reply"
          label="Votre réponse"
          hint="Elle est publique, sous l’avis."
          value={values.reply}
          error={errors.reply}
          rows={5}
        />
      </Form>
    </Page>
  ),
  valid: async ({ use }, { reply }, context) => {
    await replyToRating(context, use, reply)
    return seeOther(`/espace/solutions/${use.solutionId}/references`, 'Votre réponse est publiée.')
  },
})

const Hiding = z.object({
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez le motif' }),
})

export const hideRatingPage = form('/espace/avis/:deploymentId/masquer', {
  load: loadRated,
  allow: (actor, { use }) => deploymentPolicy.moderate(actor, use),
  input: Hiding,
  invalid: ({ use, comment }, { values, errors }) => (
    <Page
      title="Masquer un avis"
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <blockquote class="prose">{comment}</blockquote>
      <Form action={`/espace/avis/${use.id}/masquer`} submit="Masquer l’avis" danger>
        <TextArea
          name="reason"
          label="Motif"
          hint="La commune et la startup recevront ce texte."
          value={values.reason}
          error={errors.reason}
          rows={4}
        />
      </Form>
    </Page>
  ),
  valid: async ({ use }, { reason }, context) => {
    await hideRating(context, use, reason)
    return seeOther('/espace', 'L’avis est masqué. La commune et la startup sont prévenues.')
  },
})
