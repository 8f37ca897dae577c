/** The page where a company edits its file. Two people at once each see what the other saved. */
import { toDay } from '#platform/format.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Hidden, type Option, Page } from '#web/components/index.tsx'
import { changedMeanwhile, describeConflict, type FieldNames } from '../changes.rules.ts'
import { EditNotice, notEditable } from '../verification/edit-notice.view.tsx'
import { startupPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { findSeatFault, listCommuneOptions } from './headquarters.queries.ts'
import { findLabelFault } from './label.rules.ts'
import { ifuTaken, saveStartup } from './startup.actions.ts'
import { getStartup, ownStartupId } from './startup.queries.ts'
import { profileNames, type Startup, StartupEdit } from './startup.schema.ts'
import { StartupFields } from './startup-fields.view.tsx'

interface Subject {
  readonly startup: Startup
  readonly communes: readonly Option[]
}

export const editStartupPage = form('/espace/startup/modifier', {
  load: (_params, context) => loadSubject(context),
  allow: (actor, { startup }) => startupPolicy.edit(actor, startup),
  input: StartupEdit,
  initial: ({ startup }) => startup,
  invalid: (subject, submission) => <EditStartup {...subject} {...submission} />,
  valid: async ({ startup, communes }, input, context) => {
    if (!isEditable(startup.status)) return refuse({ form: notEditable })
    const fault = findSeatFault(input, communes) ?? findLabelFault(input, toDay(context.now))
    if (fault) return refuse(fault)
    const names = nameValues(communes)
    const saved = await saveStartup(context, startup, input, names)
    if (saved === 'ifuTaken') return refuse({ ifu: ifuTaken })
    if (saved === 'outdated')
      return refuse({ ...describeConflict(names, startup, input), version: changedMeanwhile })
    return seeOther('/espace/startup', 'Le dossier de la startup est enregistré.')
  },
})

async function loadSubject({ db, actor }: Context): Promise<Subject> {
  const startup = await getStartup(db, ownStartupId(actor))
  return { startup, communes: await listCommuneOptions(db) }
}

/** The words of the profile, with the names of the communes. */
function nameValues(communes: readonly Option[]): FieldNames {
  const communeNames = Object.fromEntries(communes.map(({ value, label }) => [value, label]))
  return {
    ...profileNames,
    communeId: { ...profileNames.communeId, choices: communeNames },
  }
}

function EditStartup({ startup, communes, values, errors }: Subject & Submission<StartupEdit>) {
  return (
    <Page
      title="Modifier le dossier de la startup"
      errors={errors}
      breadcrumbs={[{ label: 'Ma startup', href: '/espace/startup' }]}
    >
      <EditNotice status={startup.status} />
      <Form
        submit="Enregistrer"
        multipart
        secondary={{ label: 'Annuler', href: '/espace/startup' }}
      >
        <Hidden name="version" value={errors.version ? startup.version : values.version} />
        <StartupFields values={values} errors={errors} communes={communes} />
      </Form>
    </Page>
  )
}
