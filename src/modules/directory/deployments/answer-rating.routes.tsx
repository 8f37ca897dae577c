/** What others do with a commune's opinion: the startup replies to it, the association hides what must not stand. */
import { z } from 'zod'
import { action, type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, Stars, TextArea } from '#web/components/index.tsx'
import { deploymentPolicy } from './deployment.policy.ts'
import { hideRating, replyToRating, restoreRating } from './rating.actions.ts'
import { getRatedUse, type RatedUse } from './rating.queries.ts'

const load = ({ deploymentId }: { deploymentId: string }, { db }: Context) =>
  getRatedUse(db, deploymentId)

const Reply = z.object({
  reply: fields.text({ min: 10, max: 2000, missing: 'Écrivez votre réponse' }),
})

const replyPage = form('/espace/avis/:deploymentId/repondre', {
  load,
  allow: (actor, { use }) => deploymentPolicy.reply(actor, use),
  input: Reply,
  initial: ({ rating }) => ({ reply: rating.reply }),
  invalid: (rated, submission) => <ReplyToRating rated={rated} {...submission} />,
  valid: async ({ use }, { reply }, context) => {
    await replyToRating(context, use, reply)
    return seeOther(`/espace/solutions/${use.solutionId}/references`, 'Votre réponse est publiée.')
  },
})

function ReplyToRating({
  rated,
  values,
  errors,
}: Submission<z.infer<typeof Reply>> & { rated: RatedUse }) {
  const { id, solutionId } = rated.use
  const back = `/espace/solutions/${solutionId}/references`
  return (
    <Page
      title="Répondre à un avis"
      kicker={rated.use.solutionName}
      errors={errors}
      breadcrumbs={[{ label: 'Utilisations', href: back }]}
    >
      <Opinion rated={rated} />
      <Form
        action={`/espace/avis/${id}/repondre`}
        submit="Publier la réponse"
        secondary={{ label: 'Annuler', href: back }}
      >
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
  )
}

function Opinion({ rated: { rating, communeName } }: { rated: RatedUse }) {
  return (
    <blockquote class="prose">
      <p>
        <strong>{communeName}</strong> <Stars value={rating.stars} />
      </p>
      <p>{rating.comment}</p>
    </blockquote>
  )
}

const Hiding = z.object({
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez le motif' }),
})

const toPublicPage = ({ use: { solutionSlug } }: RatedUse) =>
  solutionSlug === null ? '/espace' : `/solutions/${solutionSlug}`

const hideRatingPage = form('/espace/avis/:deploymentId/masquer', {
  load,
  allow: (actor, { use }) => deploymentPolicy.moderate(actor, use),
  input: Hiding,
  invalid: (rated, submission) => <HideRating rated={rated} {...submission} />,
  valid: async (rated, { reason }, context) => {
    await hideRating(context, rated.use, reason)
    return seeOther(
      toPublicPage(rated),
      'L’avis est masqué. La commune et la startup sont prévenues.',
    )
  },
})

function HideRating({
  rated,
  values,
  errors,
}: Submission<z.infer<typeof Hiding>> & { rated: RatedUse }) {
  const back = toPublicPage(rated)
  return (
    <Page
      title="Masquer un avis"
      kicker={rated.use.solutionName}
      errors={errors}
      breadcrumbs={[{ label: 'La solution', href: back }]}
    >
      <Opinion rated={rated} />
      <Form
        action={`/espace/avis/${rated.use.id}/masquer`}
        submit="Masquer l’avis"
        danger
        secondary={{ label: 'Annuler', href: back }}
      >
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
  )
}

const restoreRatingAction = action('/espace/avis/:deploymentId/retablir', {
  load,
  allow: (actor, { use }) => deploymentPolicy.moderate(actor, use),
  input: z.object({}),
  back: toPublicPage,
  act: async (rated, _, context) => {
    await restoreRating(context, rated.use)
    return seeOther(toPublicPage(rated), 'L’avis paraît de nouveau.')
  },
})

export const answerRatingRoutes = [replyPage, hideRatingPage, restoreRatingAction]
