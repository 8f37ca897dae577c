/** Where one written part of a plan is edited. */
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Details, Form, Hidden, Page, Prose, TextArea } from '#web/components/index.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { saveSection } from './plan.actions.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { Plan, PlanSection } from './plan.schema.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { SectionInput } from './plan-input.schema.ts'

interface Editing {
  readonly plan: Plan
  readonly section: PlanSection
}

export const editSectionPage = form('/espace/plan/:planId/textes/:key', {
  load: async (
    { planId, key }: { planId: string; key: string },
    { db }: Context,
  ): Promise<Editing> => {
    const { plan, sections } = await getFullPlan(db, planId)
    return { plan, section: orNotFound(sections.find((section) => section.key === key)) }
  },
  allow: (actor: Actor, { plan }) => planPolicy.edit(actor, plan),
  input: SectionInput,
  initial: ({ section }) => ({ body: section.body, version: String(section.version) }),
  invalid: (editing, submission) => <EditSection {...editing} {...submission} />,
  valid: async ({ plan, section }, input, context) => {
    if (!(await saveSection(context, plan, section.key, input)))
      return refuse({ form: changedMeanwhile })
    return seeOther(`${addressOf(plan)}/textes#${section.key}`, 'Le texte est enregistré.')
  },
})

function EditSection({
  plan,
  section,
  values,
  errors,
}: Editing & Submission<{ body: string; version: number }>) {
  return (
    <Page title={section.title} errors={errors} breadcrumbs={crumbsOf(plan, '/textes')}>
      <ChangedMeanwhile
        typedFrom={values.version}
        version={section.version}
        fields={[{ label: section.title, stored: section.body, typed: values.body }]}
      />
      <Form
        submit="Enregistrer le texte"
        secondary={{ label: 'Annuler', href: `${addressOf(plan)}/textes` }}
      >
        <Hidden name="version" value={String(section.version)} />
        <TextArea
          name="body"
          label="Texte"
          hint="Une ligne vide sépare les paragraphes ; une ligne qui commence par un tiret devient une liste."
          value={values.body}
          error={errors.body}
          rows={18}
        />
      </Form>
      {section.body !== section.generatedBody && (
        <Details summary="Le texte tel qu’il avait été proposé">
          <Prose text={section.generatedBody} />
        </Details>
      )}
    </Page>
  )
}
