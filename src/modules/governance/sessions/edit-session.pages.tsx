/** Where the association opens a session, and rewrites what it is about. */

import { listCommuneOptions } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { countDays } from '#platform/days.rules.ts'
import {
  type Context,
  form,
  type Refusal,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  DateField,
  Form,
  Hidden,
  type Option,
  Page,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { loadSession, sessionAddress } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { openSession, saveSession } from './session.actions.ts'
import { mayPrepareSessions, sessionPolicy } from './session.policy.ts'
import { listCommissions } from './session.queries.ts'
import type { FullSession } from './session.schema.ts'
import { SessionInput, type SessionValues } from './session.schema.ts'
import { isWithin } from './session-period.rules.ts'

interface Choices {
  readonly commissions: readonly Option[]
  readonly communes: readonly Option[]
}

async function loadChoices(db: Db): Promise<Choices> {
  const commissions = await listCommissions(db)
  return {
    commissions: commissions.map(({ code, name }) => ({ value: code, label: name })),
    communes: await listCommuneOptions(db),
  }
}

const openSessionPage = form(`${sessionsHome}/nouvelle`, {
  load: (_, { db }) => loadChoices(db),
  allow: mayPrepareSessions,
  input: SessionInput,
  initial: () => ({ version: 0 }),
  invalid: (choices, submission) => <EditSession choices={choices} full={null} {...submission} />,
  valid: async (choices, values, context) => {
    const fault = findFault(choices, values)
    if (fault) return fault
    const session = await openSession(context, values)
    return seeOther(
      sessionAddress(session),
      'La session est ouverte. Écrivez son ordre du jour, puis annoncez-la.',
    )
  },
})

interface Editing {
  readonly full: FullSession
  readonly choices: Choices
}

const editSessionPage = form(`${sessionsHome}/:sessionId/modifier`, {
  load: async (params: { sessionId: string }, context: Context): Promise<Editing> => ({
    full: await loadSession(params, context),
    choices: await loadChoices(context.db),
  }),
  allow: (actor, { full }) => sessionPolicy.edit(actor, full.session),
  input: SessionInput,
  initial: ({ full }) => ({ ...full.session }),
  invalid: (editing, submission) => <EditSession {...editing} {...submission} />,
  valid: async ({ full, choices }, values, context) => {
    const fault = findFault(choices, values) ?? findOrphan(full, values)
    if (fault) return fault
    if (!(await saveSession(context, full.session, values)))
      return refuse({ form: changedMeanwhile })
    return seeOther(sessionAddress(full.session), 'La session est enregistrée.')
  },
})

function findFault({ commissions, communes }: Choices, values: SessionValues): Refusal | undefined {
  const { commissionCode, communeId, startsOn, endsOn } = values
  if (!commissions.some(({ value }) => value === commissionCode))
    return refuse({ commissionCode: 'Choisissez la commission' })
  if (communeId !== null && !communes.some(({ value }) => value === communeId))
    return refuse({ communeId: 'Choisissez une commune de la liste' })
  if (endsOn < startsOn) return refuse({ endsOn: 'La session finit avant de commencer.' })
  return countDays(startsOn, endsOn) > 30
    ? refuse({ endsOn: 'Une session dure 30 jours au plus.' })
    : undefined
}

/** The days of its agenda stay within it. */
function findOrphan({ agenda }: FullSession, values: SessionValues): Refusal | undefined {
  const orphan = agenda.find(({ heldOn }) => !isWithin(values, heldOn))
  if (!orphan) return undefined
  return refuse({
    startsOn: 'Un point de l’ordre du jour tombe hors de ces jours : changez d’abord sa date.',
  })
}

type Props = Submission<SessionValues> & {
  readonly choices: Choices
  readonly full: FullSession | null
}

function EditSession({ choices, full, values, errors }: Props) {
  const back = full ? sessionAddress(full.session) : sessionsHome
  return (
    <Page
      title={full ? 'Modifier la session' : 'Ouvrir une session'}
      errors={errors}
      breadcrumbs={[{ label: full ? full.session.reference : 'Préparer les sessions', href: back }]}
    >
      <Form submit="Enregistrer la session" secondary={{ label: 'Annuler', href: back }}>
        <Hidden name="version" value={String(full?.session.version ?? 0)} />
        <Select
          name="commissionCode"
          label="Commission"
          value={values.commissionCode}
          error={errors.commissionCode}
          options={choices.commissions}
        />
        <TextField name="theme" label="Thème" value={values.theme} error={errors.theme} />
        <DateField
          name="startsOn"
          label="Premier jour"
          value={values.startsOn}
          error={errors.startsOn}
        />
        <DateField name="endsOn" label="Dernier jour" value={values.endsOn} error={errors.endsOn} />
        <PlaceFields choices={choices} values={values} errors={errors} />
        <TextArea
          name="presentation"
          label="Présentation"
          hint="Pourquoi cette session, ce qu’elle doit produire."
          value={values.presentation}
          error={errors.presentation}
          required={false}
        />
      </Form>
    </Page>
  )
}

function PlaceFields({ choices, values, errors }: Omit<Props, 'full'>) {
  return (
    <>
      <TextField
        name="place"
        label="Lieu"
        hint="Par exemple : Mairie de Houéyogbé."
        value={values.place}
        error={errors.place}
      />
      <Select
        name="communeId"
        label="Commune qui reçoit"
        empty="Aucune"
        value={values.communeId}
        error={errors.communeId}
        options={choices.communes}
        required={false}
      />
      <TextField
        name="presidency"
        label="Présidence"
        hint="Une fonction, sans nom de personne : le maire de Glazoué."
        value={values.presidency}
        error={errors.presidency}
        required={false}
      />
    </>
  )
}

export const editSessionPages = [openSessionPage, editSessionPage]
