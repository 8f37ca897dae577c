/** The page where a commune says what a solution that it uses is worth. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { starLabels } from './deployment.labels.ts'
import { deploymentPolicy } from './deployment.policy.ts'
import { getDeployment, type NamedUse } from './deployment.queries.ts'
import { ownUsesPath } from './own-uses.page.tsx'
import { rateUse } from './rating.actions.ts'
import { findRating } from './rating.queries.ts'

const missing = 'Choisissez une note de 1 à 5'

const published = 'Votre avis est publié. La startup peut y répondre.'
const rewritten =
  'Votre avis est récrit. L’association, qui l’avait masqué, est invitée à le relire.'

const Opinion = z.object({
  stars: z.coerce.number(missing).int(missing).min(1, missing).max(5, missing),
  comment: fields.text({ min: 20, max: 2000, missing: 'Dites ce qui va et ce qui ne va pas' }),
})

export const rateUsePage = form(`${ownUsesPath}/:deploymentId/avis`, {
  load: async ({ deploymentId }, { db }) => ({
    use: await getDeployment(db, deploymentId),
    rating: await findRating(db, deploymentId),
  }),
  allow: (actor, { use }) => deploymentPolicy.rate(actor, use),
  input: Opinion,
  initial: ({ rating }) => ({ stars: rating?.stars, comment: rating?.comment }),
  invalid: ({ use }, submission) => <RateUse use={use} {...submission} />,
  valid: async ({ use }, opinion, context) => {
    const { isHidden } = await rateUse(context, use, opinion)
    return seeOther(ownUsesPath, isHidden ? rewritten : published)
  },
})

type Props = Submission<z.infer<typeof Opinion>> & { use: NamedUse }

function RateUse({ use, values, errors }: Props) {
  return (
    <Page
      title="Donner un avis"
      kicker={use.solutionName}
      errors={errors}
      breadcrumbs={[{ label: 'Solutions utilisées', href: ownUsesPath }]}
    >
      <p>{t('L’avis est public, au nom de la commune. Il aide les autres communes à choisir.')}</p>
      <Form
        action={`${ownUsesPath}/${use.id}/avis`}
        submit="Publier l’avis"
        secondary={{ label: 'Annuler', href: ownUsesPath }}
      >
        <RadioGroup
          name="stars"
          label="Note"
          options={starLabels.map((label, index) => ({
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
