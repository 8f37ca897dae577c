/** The page where a commune writes to the startups it chose in the ranking, several at once. */

import type { z } from 'zod'
import { type CatalogueEntry, listCatalogueEntries } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  CheckboxGroup,
  DateTimeField,
  Fieldset,
  Form,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { openContacts } from './contact.actions.ts'
import { OpenContacts } from './contact.schema.ts'
import { checkProposedDates } from './contact-dates.rules.ts'

interface Opening {
  readonly need: Need
  readonly solutions: readonly CatalogueEntry[]
}

export const openContactsPage = form('/espace/besoins/:needId/contacter', {
  load: loadOpening,
  allow: (actor, { need }) => needPolicy.contact(actor, need),
  input: OpenContacts,
  initial: ({ solutions }) => ({ solutions: solutions.map((solution) => solution.solutionId) }),
  invalid: (opening, submission) => <ChooseAndWrite {...opening} {...submission} />,
  valid: async (
    { need, solutions },
    { solutions: chosen, message, date1, date2, date3 },
    context,
  ) => {
    const proposedDates = [date1, date2, date3].filter((date) => date !== null)
    const problem = checkProposedDates(proposedDates, context.now)
    if (problem) return refuse({ date1: problem })
    const selected = solutions.filter((solution) => chosen.includes(solution.solutionId))
    const opened = await openContacts(context, need, selected, { message, proposedDates })
    return seeOther(`/espace/besoins/${need.id}`, describeOpened(opened.length))
  },
})

function describeOpened(count: number): string {
  return count === 1
    ? 'La startup est prévenue. Sa réponse arrivera dans vos mises en relation.'
    : `Les ${count} startups sont prévenues. Leurs réponses arriveront dans vos mises en relation.`
}

/** The solutions come from the ranking, as ?solutions=…, and from the form itself when it is sent. */
async function loadOpening(
  { needId }: { needId: string },
  { db, query, fields }: Context,
): Promise<Opening> {
  const named = [query.solutions ?? [], fields.solutions ?? []].flat().map(String).filter(isId)
  const need = await getNeed(db, needId)
  return { need, solutions: await listCatalogueEntries(db, [...new Set(named)].slice(0, 20)) }
}

type Props = Opening & Submission<z.infer<typeof OpenContacts>>

function ChooseAndWrite({ need, solutions, values, errors }: Props) {
  const back = `/espace/besoins/${need.id}/solutions`
  return (
    <Page
      title="Contacter des startups"
      errors={errors}
      breadcrumbs={[
        { label: need.title, href: `/espace/besoins/${need.id}` },
        { label: 'Solutions classées', href: back },
      ]}
    >
      <Form
        action={`/espace/besoins/${need.id}/contacter`}
        submit="Envoyer"
        secondary={{ label: 'Revenir au classement', href: back }}
      >
        <CheckboxGroup
          name="solutions"
          label="Solutions concernées"
          hint="Une mise en relation est ouverte pour chacune. Choisissez-les dans le classement."
          options={solutions.map((solution) => ({
            value: solution.solutionId,
            label: `${solution.name} (${solution.startupName})`,
          }))}
          value={values.solutions ?? []}
          error={errors.solutions}
        />
        <TextArea
          name="message"
          label="Votre message"
          hint="Ce que vous attendez, ce que vous voulez voir, qui participera. La startup lit aussi votre besoin."
          value={values.message}
          error={errors.message}
          rows={7}
        />
        <ProposedDates values={values} errors={errors} />
      </Form>
    </Page>
  )
}

const dateLabels = { date1: 'Première date', date2: 'Deuxième date', date3: 'Troisième date' }

function ProposedDates({ values, errors }: Pick<Props, 'values' | 'errors'>) {
  return (
    <Fieldset legend="Dates proposées pour une démonstration">
      <p class="hint">{t('Trois au plus, heure du Bénin. La startup en choisit une.')}</p>
      {(['date1', 'date2', 'date3'] as const).map((name) => (
        <DateTimeField
          key={name}
          name={name}
          label={dateLabels[name]}
          value={values[name] as string | undefined}
          error={errors[name]}
        />
      ))}
    </Fieldset>
  )
}
