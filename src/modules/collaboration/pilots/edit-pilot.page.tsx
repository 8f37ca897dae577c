/** The sheet of a pilot: what is tried, until when, for how much, and what will count as success. */
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  Details,
  Fieldset,
  Form,
  FormSection,
  Hidden,
  MoneyField,
  Page,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { loadBounds, savePilotSheet } from './pilot.actions.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilot } from './pilot.queries.ts'
import {
  type CriterionRow,
  criterionRows,
  type FullPilot,
  PilotSheet,
  type PilotSheetInput,
} from './pilot.schema.ts'
import { type Bounds, checkBounds } from './pilot-bounds.rules.ts'
import { BoundsNotice } from './start-pilot.page.tsx'

interface Editing {
  readonly full: FullPilot
  readonly bounds: Bounds
}

export const editPilotPage = form('/espace/experimentations/:pilotId/fiche', {
  load: async ({ pilotId }: { pilotId: string }, context: Context): Promise<Editing> => ({
    full: await getFullPilot(context.db, pilotId),
    bounds: await loadBounds(context),
  }),
  allow: (actor, { full }) => pilotPolicy.edit(actor, full.pilot),
  input: PilotSheet,
  initial: ({ full }) => toValues(full),
  invalid: (editing, submission) => <EditPilot {...editing} {...submission} />,
  valid: async ({ full, bounds }, input, context) => {
    const problems = checkSheet(input, bounds, toDay(context.now))
    if (Object.keys(problems).length > 0) return refuse(problems)
    if (!(await savePilotSheet(context, full.pilot, input)))
      return refuse({ form: changedMeanwhile })
    return seeOther(`/espace/experimentations/${full.pilot.id}`, 'La fiche est enregistrée.')
  },
})

const changedMeanwhile =
  'Quelqu’un a modifié cette fiche pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le avec la fiche, puis enregistrez de nouveau.'

/** A criterion without a target judges nothing: both are asked, or neither. */
function checkSheet(input: PilotSheetInput, bounds: Bounds, today: string) {
  const rows = criterionRows.flatMap((row) => {
    const [label, target] = [input[`label${row}`], input[`target${row}`]]
    if (label && !target) return [[`target${row}`, 'Fixez la cible : ce qui sera une réussite']]
    return target && !label ? [[`label${row}`, 'Nommez le critère']] : []
  })
  const isPast = input.endsOn !== null && input.endsOn <= today
  return {
    ...Object.fromEntries(rows),
    ...(isPast && { endsOn: 'La fin est déjà passée.' }),
    ...checkBounds({ ...input, budget: input.budget ?? 0 }, bounds),
  } as Record<string, string>
}

function toValues({ pilot, criteria }: FullPilot) {
  const rows = criteria.flatMap(({ label, target }, index) => [
    [`label${index + 1}`, label],
    [`target${index + 1}`, target],
  ])
  return { ...pilot, version: String(pilot.version), ...Object.fromEntries(rows) }
}

function EditPilot({ full, bounds, values, errors }: Editing & Submission<PilotSheetInput>) {
  const { pilot } = full
  const base = `/espace/experimentations/${pilot.id}`
  return (
    <Page
      title="La fiche d’expérimentation"
      errors={errors}
      breadcrumbs={[
        { label: 'Expérimentations', href: '/espace/experimentations' },
        { label: pilot.title, href: base },
      ]}
    >
      <BoundsNotice {...bounds} />
      <Form
        action={`${base}/fiche`}
        submit="Enregistrer la fiche"
        secondary={{ label: 'Annuler', href: base }}
      >
        <Hidden name="version" value={values.version ?? String(pilot.version)} />
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="scope"
          label="Ce qui est essayé"
          hint="Où, avec qui, sur quel périmètre ; ce que fournit la startup, ce que prépare la commune."
          value={values.scope}
          error={errors.scope}
          rows={7}
        />
        <DateField name="startsOn" label="Début" value={values.startsOn} error={errors.startsOn} />
        <DateField name="endsOn" label="Fin" value={values.endsOn} error={errors.endsOn} />
        <MoneyField
          name="budget"
          label="Ce que la commune paie"
          hint="Zéro si l’essai est gratuit."
          value={values.budget}
          error={errors.budget}
        />
        <FormSection
          title="Les critères de réussite"
          hint="Fixés avant de commencer, ils ne changent plus. Une cible se mesure : un nombre, une part, un délai."
        >
          {criterionRows.map((row) => (
            <CriterionFields key={row} row={row} values={values} errors={errors} />
          ))}
        </FormSection>
      </Form>
    </Page>
  )
}

type RowProps = Submission<PilotSheetInput> & { readonly row: CriterionRow }

function CriterionFields({ row, values, errors }: RowProps) {
  const at = (name: 'label' | 'target') => {
    const value = values[`${name}${row}`]
    return {
      name: `${name}${row}`,
      value: typeof value === 'string' ? value : undefined,
      error: errors[`${name}${row}`],
    }
  }
  const title = t('Critère {row}', { row })
  const rowFields = (
    <Fieldset legend={title}>
      <TextField {...at('label')} label="Critère" hint="Par exemple : reçus remis aux vendeuses." />
      <TextField {...at('target')} label="Cible" hint="Par exemple : au moins 9 sur 10." />
    </Fieldset>
  )
  if (row <= 2 || at('label').value || at('target').value) return rowFields
  return <Details summary={t('Ajouter : {title}', { title })}>{rowFields}</Details>
}
