/** Who came, invitation by invitation: the counts of the report follow. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Fieldset, Form, NumberField, Page } from '#web/components/index.tsx'
import { sessionAddress } from '../sessions/load-session.ts'
import { sessionsHome } from '../sessions/my-sessions.page.tsx'
import { participantLabels } from '../sessions/session.labels.ts'
import { participantKinds } from '../sessions/session.schema.ts'
import { savePresences } from './invitation.actions.ts'
import { invitationPolicy } from './invitation.policy.ts'
import type { NamedInvitation } from './invitation.schema.ts'
import { type Invitations, listBack, loadInvitations } from './load-invitations.ts'

/** One field for each invitation that was sent, named by its identifier. */
const Input = z.record(z.string(), z.unknown())
const count = fields.optionalInteger(0, 50)

const sentOf = ({ invitations }: Invitations) => invitations.filter(({ sentAt }) => sentAt !== null)

export const presencesPage = form(`${sessionsHome}/:sessionId/invitations/presences`, {
  load: loadInvitations,
  allow: invitationPolicy.note,
  input: Input,
  initial: (loaded) =>
    Object.fromEntries(
      sentOf(loaded).map(({ id, present, answer, seats }) => [
        id,
        present ?? (answer === 'coming' ? seats : null),
      ]),
    ),
  invalid: (loaded, submission) => <Presences {...loaded} {...submission} />,
  valid: async (loaded, values, context) => {
    const { session } = loaded
    const read = sentOf(loaded).map(({ id }) => ({ id, parsed: count.safeParse(values[id]) }))
    const faults = read.flatMap(({ id, parsed }) =>
      parsed.error ? [[id, parsed.error.issues[0]?.message ?? '']] : [],
    )
    if (faults.length > 0) return refuse(Object.fromEntries(faults))
    const counted = read.map(({ id, parsed }) => [id, parsed.data ?? null] as const)
    await savePresences(context, session, new Map(counted))
    return seeOther(
      sessionAddress(session),
      'Les présences sont relevées. Les participants du compte rendu sont comptés.',
    )
  },
})

type Props = Invitations & Submission<z.infer<typeof Input>>

function Presences({ session, values, errors, ...loaded }: Props) {
  const back = listBack(session)
  const sent = sentOf({ session, ...loaded })
  return (
    <Page
      title="Relever les présences"
      kicker={session.theme}
      lead="Combien sont venus, invitation par invitation : 0 pour un absent, vide pour ce que personne n’a compté. Qui a dit venir est déjà compté."
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form submit="Enregistrer les présences" secondary={{ label: 'Annuler', href: back.href }}>
        {participantKinds
          .map((kind) => ({ kind, lines: sent.filter((one) => one.kind === kind) }))
          .filter(({ lines }) => lines.length > 0)
          .map(({ kind, lines }) => (
            <Fieldset key={kind} legend={t(participantLabels[kind])}>
              {lines.map((line) => (
                <Presence key={line.id} line={line} values={values} errors={errors} />
              ))}
            </Fieldset>
          ))}
      </Form>
    </Page>
  )
}

function Presence({
  line,
  values,
  errors,
}: Pick<Props, 'values' | 'errors'> & { line: NamedInvitation }) {
  return (
    <NumberField
      name={line.id}
      label={line.name}
      value={values[line.id] as string | number | null | undefined}
      error={errors[line.id]}
      required={false}
    />
  )
}
