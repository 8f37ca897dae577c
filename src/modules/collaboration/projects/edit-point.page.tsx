/** One point of a project's charter: guided, shown with its example, saved as it is typed where scripts run. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  endpoint,
  fields,
  form,
  json,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { Form, Hidden, Notice, Page, Prose, Steps, Tag, TextArea } from '#web/components/index.tsx'
import { crumbs, loadPoint, type PointOf, type Prepared, toAnswers } from './load-project.ts'
import { savePoint } from './project.actions.ts'
import { projectPolicy } from './project.policy.ts'
import { lockProject } from './project.queries.ts'
import { isWritten } from './project-completeness.rules.ts'

const Answer = z.object({ body: fields.optionalText(6000), version: fields.version() })
type Answer = z.infer<typeof Answer>

const path = '/espace/projets/:projectId/charte/:key'

export const editPointPage = form(path, {
  load: loadPoint,
  allow: (actor, { prepared }) => projectPolicy.edit(actor, prepared.project),
  input: Answer,
  initial: ({ answer }) => ({ body: answer.body, version: answer.version }),
  invalid: (subject, submission) => <EditPoint {...subject} {...submission} />,
  valid: async (subject, answer, context) => {
    if ((await keep(context, subject, answer)) === undefined)
      return refuse({ form: changedMeanwhile })
    return seeOther(nextAddress(subject))
  },
})

/** What the island saves while somebody types; it answers with the new version of the row. */
export const autosavePointEndpoint = endpoint(`${path}/brouillon`, {
  method: 'POST',
  load: loadPoint,
  allow: (actor, { prepared }) => projectPolicy.edit(actor, prepared.project),
  reply: async (subject, context) => {
    const parsed = Answer.safeParse(context.fields)
    if (!parsed.success) return json({ errors: { body: parsed.error.issues[0]?.message } }, 422)
    const version = await keep(context, subject, parsed.data)
    return version === undefined
      ? json({ errors: { form: changedMeanwhile } }, 422)
      : json({ version })
  },
})

const changedMeanwhile =
  'Quelqu’un a modifié ce point pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le avec la version enregistrée, puis enregistrez de nouveau.'

/** The project is held: a point cannot be emptied while the project starts. */
async function keep(
  context: Context,
  { prepared, point }: PointOf,
  answer: Answer,
): Promise<number | undefined> {
  const project = await lockProject(context.db, prepared.project.id)
  if (!projectPolicy.edit(context.actor, project)) return undefined
  return savePoint(context, project, point.key, answer)
}

function nextAddress({ prepared, point }: PointOf): string {
  const { points } = prepared.charter
  const next = points[points.findIndex(({ key }) => key === point.key) + 1]
  const base = `/espace/projets/${prepared.project.id}`
  return next ? `${base}/charte/${next.key}` : base
}

type Props = PointOf & Submission<Answer>

function EditPoint({ prepared, point, answer, values, errors }: Props) {
  const { project } = prepared
  const address = `/espace/projets/${project.id}/charte/${point.key}`
  return (
    <Page
      title={point.title}
      errors={errors}
      islands={['autosave.js']}
      breadcrumbs={crumbs(project)}
      aside={<PointSteps prepared={prepared} current={point.key} />}
    >
      <p>
        <Tag tone={point.isMandatory ? 'warning' : 'neutral'}>
          {point.isMandatory ? 'Obligatoire' : 'Conseillé'}
        </Tag>
      </p>
      <Prose text={point.guidance} />
      <blockquote>
        <p class="prose">
          <b>{t('Exemple.')}</b> {point.example}
        </p>
      </blockquote>
      {errors.form === changedMeanwhile && (
        <Notice kind="warning" title="La version enregistrée entre-temps">
          <Prose text={answer.body} />
        </Notice>
      )}
      <Form
        action={address}
        submit="Enregistrer et continuer"
        secondary={{ label: 'Voir le dossier', href: `/espace/projets/${project.id}` }}
        autosave={`${address}/brouillon`}
      >
        <Hidden name="version" value={String(answer.version)} />
        <TextArea
          name="body"
          label="Ce que prévoit votre projet"
          value={values.body}
          error={errors.body}
          rows={10}
          limit={6000}
          required={point.isMandatory}
        />
      </Form>
    </Page>
  )
}

export function PointSteps({ prepared, current }: { prepared: Prepared; current?: string }) {
  const { project, charter, written } = prepared
  const answers = toAnswers(written)
  return (
    <Steps
      steps={charter.points.map(({ key, title }) => ({
        label: title,
        href: `/espace/projets/${project.id}/charte/${key}`,
        state: key === current ? 'current' : isWritten(answers.get(key)) ? 'done' : 'todo',
      }))}
    />
  )
}
