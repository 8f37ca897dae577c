/** Who is invited and who came, by kind: numbers and organisations, never names of people. */
import { t } from '#platform/i18n.ts'
import { form, type Submission, seeOther } from '#platform/web.ts'
import { Fieldset, Form, NumberField, Page, TextArea } from '#web/components/index.tsx'
import { loadSession, sessionAddress, sessionBack } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { participantLabels } from './session.labels.ts'
import { sessionPolicy } from './session.policy.ts'
import {
  AttendanceInput,
  type AttendanceValues,
  type FullSession,
  type ParticipantKind,
  participantKinds,
} from './session.schema.ts'
import { saveAttendance } from './session-parts.actions.ts'

export const attendancePage = form(`${sessionsHome}/:sessionId/participants`, {
  load: loadSession,
  allow: (actor, { session }) => sessionPolicy.edit(actor, session),
  input: AttendanceInput,
  initial: ({ attendances }) =>
    Object.fromEntries(
      attendances.flatMap(({ kind, invited, present, organisations }) => [
        [`invited-${kind}`, invited],
        [`present-${kind}`, present],
        [`organisations-${kind}`, organisations],
      ]),
    ),
  invalid: (full, submission) => <EditAttendance full={full} {...submission} />,
  valid: async ({ session }, values, context) => {
    await saveAttendance(context, session, values)
    return seeOther(sessionAddress(session), 'Les participants sont enregistrés.')
  },
})

type Props = Submission<AttendanceValues>

function EditAttendance({ full: { session }, values, errors }: Props & { full: FullSession }) {
  const back = sessionBack(session)
  return (
    <Page
      title="Les participants"
      lead="Par qualité : combien, et de quelles organisations. Laissez vide ce qui n’est pas connu."
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form submit="Enregistrer les participants" secondary={{ label: 'Annuler', href: back.href }}>
        {participantKinds.map((kind) => (
          <KindFields key={kind} kind={kind} values={values} errors={errors} />
        ))}
      </Form>
    </Page>
  )
}

function KindFields({ kind, values, errors }: Props & { kind: ParticipantKind }) {
  return (
    <Fieldset legend={t(participantLabels[kind])}>
      <NumberField
        name={`invited-${kind}`}
        label="Invités"
        value={values[`invited-${kind}`]}
        error={errors[`invited-${kind}`]}
        required={false}
      />
      <NumberField
        name={`present-${kind}`}
        label="Présents"
        value={values[`present-${kind}`]}
        error={errors[`present-${kind}`]}
        required={false}
      />
      <TextArea
        name={`organisations-${kind}`}
        label="Organisations"
        value={values[`organisations-${kind}`]}
        error={errors[`organisations-${kind}`]}
        rows={2}
        required={false}
      />
    </Fieldset>
  )
}
