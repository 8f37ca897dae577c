/** One guided section of a solution's file: a form of its own, saved while it is typed as long as it is a draft. */
import type { VNode } from 'preact'
import type { z } from 'zod'
import {
  type Context,
  endpoint,
  form,
  json,
  parseValidPart,
  type Route,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { Form, Hidden, Page, Steps } from '#web/components/index.tsx'
import { changedMeanwhile, describeConflict } from '../../changes.rules.ts'
import { EditNotice, notEditable } from '../../verification/edit-notice.view.tsx'
import { solutionPolicy } from '../../verification/verification.policy.ts'
import { findEditStep, isEditable } from '../../verification/verification.workflow.ts'
import { listMissingAnswers } from '../completeness.rules.ts'
import { saveSection } from '../solution.actions.ts'
import { getSolution } from '../solution.queries.ts'
import type { Solution } from '../solution.schema.ts'
import { loadPreview, type Preview, PricePreview } from './price-preview.view.tsx'
import {
  type Section,
  type SectionFieldsProps,
  type SectionInput,
  sectionInputs,
  sectionNames,
  sections,
  sectionTitles,
} from './section.schema.ts'
import { sectionFields } from './section-fields.view.tsx'

export const sectionRoutes: Route[] = sections.flatMap((section) => [
  createSectionPage(section),
  createAutosave(section),
])

interface Subject {
  readonly solution: Solution
  /** Of the price section alone. */
  readonly preview: Preview | null
}

async function loadSubject(section: Section, params: unknown, context: Context): Promise<Subject> {
  const { solutionId } = params as { solutionId: string }
  const solution = await getSolution(context.db, solutionId)
  return { solution, preview: section === 'prix' ? await loadPreview(context) : null }
}

function createSectionPage(section: Section): Route {
  const path: string = `/espace/solutions/:solutionId/modifier/${section}`
  return form(path, {
    load: (params, context) => loadSubject(section, params, context),
    allow: (actor, { solution }) => solutionPolicy.edit(actor, solution),
    input: sectionInputs[section],
    initial: ({ solution }) => solution,
    invalid: (subject, submission) => (
      <EditSection section={section} {...subject} {...(submission as AnySubmission)} />
    ),
    valid: async ({ solution }, input, context) => {
      if (!isEditable(solution.status)) return refuse({ form: notEditable })
      const saved = await saveSection(context, solution, section, input)
      if (saved === 'outdated') {
        const differences = describeConflict(sectionNames[section], solution, input)
        return refuse({ ...differences, version: changedMeanwhile })
      }
      return seeOther(findNextPage(saved, section), 'La section est enregistrée.')
    },
  })
}

type Answers = Partial<Solution> & { version: number }

/** A verified file is changed by a button only: each change is put on record. */
function createAutosave(section: Section): Route {
  const path: string = `/espace/solutions/:solutionId/modifier/${section}/brouillon`
  return endpoint(path, {
    method: 'POST',
    load: (params, { db }) => getSolution(db, (params as { solutionId: string }).solutionId),
    allow: (actor, solution) => solutionPolicy.edit(actor, solution) && isDraft(solution),
    reply: async (solution, context) => {
      const input: z.ZodType<Answers> = sectionInputs[section]
      const { answers, errors } = parseValidPart(input, context.fields, solution)
      const { version } = answers
      if (version === undefined) return json({ errors }, 422)
      const saved = await saveSection(context, solution, section, { ...answers, version })
      return saved === 'outdated'
        ? json({ errors: { form: changedMeanwhile } }, 422)
        : json({ version: saved.version, errors })
    },
  })
}

function isDraft({ status }: Solution): boolean {
  return isEditable(status) && findEditStep(status) === null
}

/** While a file is prepared, one section leads to the next. */
function findNextPage(solution: Solution, section: Section): string {
  const base = `/espace/solutions/${solution.id}`
  const next = sections[sections.indexOf(section) + 1]
  return next && isDraft(solution) ? `${base}/modifier/${next}` : base
}

type AnySubmission = Submission<SectionInput<Section> & { version: number }>
type Props = AnySubmission & Subject & { section: Section }

function EditSection({ section, solution, preview, values, errors }: Props) {
  const base = `/espace/solutions/${solution.id}`
  const Fields = sectionFields[section] as (props: SectionFieldsProps<Section>) => VNode
  return (
    <Page
      title={sectionTitles[section]}
      kicker={solution.name}
      errors={errors}
      breadcrumbs={[
        { label: 'Mes solutions', href: '/espace/solutions' },
        { label: solution.name, href: base },
      ]}
    >
      <Steps steps={listSteps(solution, section)} />
      <EditNotice status={solution.status} />
      <Form
        submit="Enregistrer"
        autosave={isDraft(solution) ? `${base}/modifier/${section}/brouillon` : undefined}
        secondary={{ label: 'Retour à la solution', href: base }}
      >
        <Hidden name="version" value={errors.version ? solution.version : values.version} />
        <Fields values={values} errors={errors} />
      </Form>
      {preview && <PricePreview solution={solution} preview={preview} />}
    </Page>
  )
}

function listSteps(solution: Solution, current: Section) {
  const lacking = new Set(listMissingAnswers(solution).map(({ section }) => section))
  return sections.map((section) => {
    if (section === current) return { label: sectionTitles[section], state: 'current' as const }
    const href = `/espace/solutions/${solution.id}/modifier/${section}`
    const state = lacking.has(section) ? ('todo' as const) : ('done' as const)
    return { label: sectionTitles[section], href, state }
  })
}
