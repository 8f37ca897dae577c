/** The page where a commune tells of a use that no startup claimed. */
import { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { DateField, Form, NumberField, Page, TextField } from '#web/components/index.tsx'
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
} from '../catalogue/catalogue-entry.queries.ts'
import { declareUse } from './deployment.actions.ts'
import { mayDeclareUse } from './deployment.policy.ts'
import { isToCome, pastDay } from './deployment.rules.ts'
import { ownUsesPath } from './own-uses.page.tsx'

const Declaration = z.object({
  since: fields.optionalDay(),
  scope: fields.optionalText(300),
  users: fields.optionalInteger(1, 100_000),
})

const known =
  'Cette utilisation est déjà connue : retrouvez-la dans « Solutions utilisées », où vous pouvez la confirmer.'

export const declareUsePage = form('/solutions/:slug/utilisation', {
  load: async ({ slug }, { db }) => orNotFound(await findCatalogueEntryBySlug(db, slug)),
  allow: mayDeclareUse,
  input: Declaration,
  invalid: (solution, submission) => <DeclareUse solution={solution} {...submission} />,
  valid: async ({ solutionId, startupId, name }, declared, context) => {
    if (isToCome(declared.since, context.now)) return refuse({ since: pastDay })
    const communeId = getOrganisationId(context.actor)
    const use = { solutionId, startupId, solutionName: name, communeId, ...declared }
    if (!(await declareUse(context, use))) return refuse({ form: known })
    return seeOther(
      ownUsesPath,
      'L’utilisation est publiée. Vous pouvez maintenant donner votre avis.',
    )
  },
})

type Props = Submission<z.infer<typeof Declaration>> & { solution: CatalogueEntry }

function DeclareUse({ solution, values, errors }: Props) {
  const back = `/solutions/${solution.slug}`
  return (
    <Page
      title="Ma commune utilise cette solution"
      errors={errors}
      breadcrumbs={[
        { label: 'Solutions', href: '/solutions' },
        { label: solution.name, href: back },
      ]}
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
