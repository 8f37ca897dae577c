/** A solution begins with its name; its sections come next. */
import type { z } from 'zod'
import { form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextField } from '#web/components/index.tsx'
import { getStartup, ownStartupId } from '../startups/startup.queries.ts'
import { startupPolicy } from '../verification/verification.policy.ts'
import { createSolution } from './solution.actions.ts'
import { NewSolution } from './solution.schema.ts'

export const newSolutionPage = form('/espace/solutions/nouvelle', {
  load: (_params, { db, actor }) => getStartup(db, ownStartupId(actor)),
  allow: startupPolicy.edit,
  input: NewSolution,
  invalid: (_startup, submission) => <NameSolution {...submission} />,
  valid: async (startup, { name }, context) => {
    const { id } = await createSolution(context, startup.id, name)
    return seeOther(
      `/espace/solutions/${id}/modifier/presentation`,
      'Le brouillon est créé. Il est enregistré au fur et à mesure que vous écrivez.',
    )
  },
})

function NameSolution({ values, errors }: Submission<z.infer<typeof NewSolution>>) {
  return (
    <Page
      title="Présenter une solution"
      errors={errors}
      breadcrumbs={[{ label: 'Mes solutions', href: '/espace/solutions' }]}
    >
      <Form submit="Commencer" secondary={{ label: 'Annuler', href: '/espace/solutions' }}>
        <TextField
          name="name"
          label="Nom de la solution"
          hint="Celui que les communes connaîtront."
          maxLength={120}
          value={values.name}
          error={errors.name}
        />
      </Form>
    </Page>
  )
}
