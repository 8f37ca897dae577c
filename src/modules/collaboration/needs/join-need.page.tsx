/** The page where another commune says that it has the same need. */
import { z } from 'zod'
import { communeOfficers, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { action, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, NumberField, Page, TextArea } from '#web/components/index.tsx'
import { joinNeed, leaveNeed } from './need.actions.ts'
import { needPolicy } from './need.policy.ts'
import { getNeedByReference } from './need.queries.ts'
import type { Need } from './need.schema.ts'

const Joining = z.object({
  note: fields.optionalText(500),
  users: fields.optionalInteger(1, 100_000),
})

export const joinNeedPage = form('/besoins/:ref/rejoindre', {
  load: ({ ref }, { db }) => getNeedByReference(db, ref),
  allow: needPolicy.join,
  input: Joining,
  invalid: (need, submission) => <JoinNeed need={need} {...submission} />,
  valid: async (need, joining, context) => {
    await joinNeed(context, need, joining)
    return seeOther(
      `/besoins/${need.reference}`,
      'Votre commune a rejoint ce besoin. La commune qui l’a exprimé est prévenue.',
    )
  },
})

export const leaveNeedAction = action('/besoins/:ref/quitter', {
  load: ({ ref }, { db }) => getNeedByReference(db, ref),
  allow: (actor) => worksForA(actor, 'commune', ...communeOfficers),
  input: z.object({}),
  back: (need) => `/besoins/${need.reference}`,
  act: async (need, _, context) => {
    await leaveNeed(context, need)
    return seeOther(`/besoins/${need.reference}`, 'Votre commune a quitté ce besoin.')
  },
})

type Props = Submission<z.infer<typeof Joining>> & { need: Need }

function JoinNeed({ need, values, errors }: Props) {
  const back = `/besoins/${need.reference}`
  return (
    <Page
      title="Rejoindre ce besoin"
      errors={errors}
      breadcrumbs={[{ label: need.title, href: back }]}
    >
      <p>
        {t(
          'Votre commune dit publiquement qu’elle a le même besoin. Cela ne l’engage à aucune dépense : ensemble, les communes obtiennent de meilleures réponses.',
        )}
      </p>
      <Form
        action={`${back}/rejoindre`}
        submit="Rejoindre ce besoin"
        secondary={{ label: 'Annuler', href: back }}
      >
        <NumberField
          name="users"
          label="Combien d’agents l’utiliraient ?"
          value={values.users}
          error={errors.users}
        />
        <TextArea
          name="note"
          label="Ce qui est particulier chez vous"
          hint="Visible par tous, 500 caractères au plus."
          value={values.note}
          error={errors.note}
          rows={4}
        />
      </Form>
    </Page>
  )
}
