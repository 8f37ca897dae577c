/** The council's vote, of the budget or of an amending decision: its date, the number of the deliberation, and its scan. */
import type { z } from 'zod'
import { recordFile } from '#platform/files/file-records.ts'
import { toDay } from '#platform/format.ts'
import {
  type Context,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { DateField, FileField, Form, Page, TextField } from '#web/components/index.tsx'
import { moveBudget } from './budget.actions.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, listVotes } from './budget.queries.ts'
import { type Budget, VoteInput } from './budget.schema.ts'

const Input = VoteInput.extend({
  file: optionalFile([mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg], 10),
})

export const votePage = form('/espace/budgets/:budgetId/vote', {
  load: async ({ budgetId }: { budgetId: string }, { db }: Context) => ({
    budget: await getBudget(db, budgetId),
    votes: await listVotes(db, budgetId),
  }),
  allow: (actor, { budget }) =>
    (budget.status === 'submitted' && budgetPolicy.adopt(actor, budget)) ||
    (budget.status === 'amending' && budgetPolicy.adoptAmendment(actor, budget)),
  input: Input,
  invalid: ({ budget }, submission) => <Vote budget={budget} {...submission} />,
  valid: async ({ budget, votes }, { file, ...vote }, context) => {
    const { actor, db, now } = context
    const last = votes.at(-1)
    if (vote.votedOn > toDay(now)) return refuse({ votedOn: 'Ce vote n’a pas encore eu lieu.' })
    if (last && vote.votedOn < last.votedOn)
      return refuse({ votedOn: 'Cette date est avant le vote précédent.' })
    const owner = { organisationId: budget.communeId, isPublic: true, createdBy: actor.id }
    const fileId = file ? await recordFile(db, file, owner, now) : null
    const step = budget.status === 'amending' ? 'adoptAmendment' : 'adopt'
    await moveBudget(context, budget, step, {
      vote: { ...vote, fileId },
      ...(budget.statusReason !== null && { reason: budget.statusReason }),
    })
    return seeOther(
      `/espace/budgets/${budget.id}`,
      'Le vote est enregistré. Les lignes sont publiques.',
    )
  },
})

function Vote({ budget, values, errors }: Submission<z.infer<typeof Input>> & { budget: Budget }) {
  const back = `/espace/budgets/${budget.id}`
  return (
    <Page
      title="Enregistrer le vote"
      lead="Les lignes deviennent publiques et ne changent plus, sauf par une décision modificative."
      errors={errors}
      breadcrumbs={[{ label: `Budget ${budget.year}`, href: back }]}
    >
      <Form
        action={`${back}/vote`}
        multipart
        submit="Enregistrer le vote"
        secondary={{ label: 'Annuler', href: back }}
      >
        <DateField
          name="votedOn"
          label="Date du vote"
          value={values.votedOn}
          error={errors.votedOn}
        />
        <TextField
          name="deliberation"
          label="Numéro de la délibération"
          value={values.deliberation}
          error={errors.deliberation}
        />
        <FileField
          name="file"
          label="Délibération numérisée"
          hint="Facultative ; elle sera publique."
          accept="application/pdf,image/png,image/jpeg"
          maxMegabytes={10}
          values={values}
          error={errors.file}
          required={false}
        />
      </Form>
    </Page>
  )
}
