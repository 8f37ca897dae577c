/** The indicators of a project: before, target, after, written by both sides until the end. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { DateField, Fieldset, Form, Page, TextField } from '#web/components/index.tsx'
import { saveIndicators } from './journal.actions.ts'
import { listIndicators } from './journal.queries.ts'
import { crumbs } from './load-project.ts'
import { readMeasure, writeMeasure } from './measure.rules.ts'
import { projectPolicy } from './project.policy.ts'
import { getProject } from './project.queries.ts'
import type { Indicator, Project } from './project.schema.ts'
import { IndicatorTable } from './project-body.view.tsx'
import { ProjectTabs } from './project-file.page.tsx'

const rows = [1, 2, 3, 4, 5, 6] as const
const measures = ['before', 'target', 'after'] as const

const short = () => fields.optionalText(30)

type Fields = Record<string, z.ZodType<string | null>>
const Measures = z.object(
  Object.fromEntries(
    rows.flatMap((row) => [
      [`label${row}`, fields.optionalText(200)],
      [`unit${row}`, short()],
      ...measures.map((name) => [`${name}${row}`, short()] as const),
      [`measuredOn${row}`, fields.optionalDay()],
    ]),
  ) as Fields,
)
type Typed = Readonly<Record<string, string | null>>

interface Measured {
  readonly project: Project
  readonly indicators: readonly Indicator[]
}

export const indicatorsPage = form('/espace/projets/:projectId/indicateurs', {
  load: loadMeasured,
  allow: (actor, { project }) => projectPolicy.follow(actor, project),
  input: Measures,
  initial: ({ indicators }) => toTyped(indicators),
  invalid: (measured, submission, { actor }) => (
    <Indicators {...measured} submission={submission} actor={actor} />
  ),
  valid: async ({ project }, typed: Typed, context) => {
    const faults = findFaults(typed)
    if (Object.keys(faults).length > 0) return refuse(faults)
    await saveIndicators(context, project, readRows(typed))
    return seeOther(`/espace/projets/${project.id}`, 'Les indicateurs sont enregistrés.')
  },
})

async function loadMeasured(
  { projectId }: { projectId: string },
  { db }: Context,
): Promise<Measured> {
  return {
    project: await getProject(db, projectId),
    indicators: await listIndicators(db, projectId),
  }
}

function toTyped(indicators: readonly Indicator[]): Record<string, string> {
  return Object.fromEntries(
    indicators.flatMap((indicator, index) => {
      const row = index + 1
      return [
        [`label${row}`, indicator.label],
        [`unit${row}`, indicator.unit],
        ...measures.map((name) => [`${name}${row}`, writeMeasure(indicator[name])]),
        [`measuredOn${row}`, indicator.measuredOn ?? ''],
      ]
    }),
  )
}

function findFaults(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row) =>
      measures
        .filter((name) => readMeasure(typed[`${name}${row}`] ?? '') === undefined)
        .map((name) => [`${name}${row}`, 'Indiquez un nombre, par exemple 12,5']),
    ),
  )
}

/** A row without a label was left empty. */
function readRows(typed: Typed) {
  const read = (name: string, row: number) => readMeasure(typed[`${name}${row}`] ?? '') ?? null
  return rows
    .filter((row) => typed[`label${row}`])
    .map((row) => ({
      label: typed[`label${row}`] ?? '',
      unit: typed[`unit${row}`] ?? '',
      before: read('before', row),
      target: read('target', row),
      after: read('after', row),
      measuredOn: typed[`measuredOn${row}`] ?? null,
    }))
}

type Props = Measured & { submission: Submission<z.infer<typeof Measures>>; actor: Actor }

function Indicators({ project, indicators, submission, actor }: Props) {
  const errors = submission.errors as Readonly<Record<string, string | undefined>>
  return (
    <Page
      title="Les indicateurs"
      lead="Ce qui dira si le projet a servi : une valeur mesurée avant, une cible, une valeur mesurée après."
      errors={errors}
      breadcrumbs={crumbs(project)}
    >
      <ProjectTabs project={project} current="/indicateurs" />
      {projectPolicy.write(actor, project) ? (
        <Form
          action={`/espace/projets/${project.id}/indicateurs`}
          submit="Enregistrer les indicateurs"
        >
          {rows.map((row) => (
            <Row key={row} row={row} values={submission.values} errors={errors} />
          ))}
        </Form>
      ) : (
        <IndicatorTable indicators={indicators} />
      )}
    </Page>
  )
}

const labels = { before: 'Avant', target: 'Cible', after: 'Après' } as const

function Row({
  row,
  values,
  errors,
}: {
  row: number
  values: Readonly<Record<string, string | undefined>>
  errors: Readonly<Record<string, string | undefined>>
}) {
  const named = (name: string) => ({
    name: `${name}${row}`,
    value: values[`${name}${row}`],
    error: errors[`${name}${row}`],
    required: false,
  })
  return (
    <Fieldset legend={t('Indicateur {row}', { row })}>
      <TextField {...named('label')} label="Ce qui est mesuré" />
      <TextField {...named('unit')} label="Unité" hint="FCFA par jour, minutes, %…" />
      {measures.map((name) => (
        <TextField key={name} {...named(name)} label={labels[name]} />
      ))}
      <DateField {...named('measuredOn')} label="Mesuré le" />
    </Fieldset>
  )
}
