/** Chooses communes by department, and startups by domain. */
import { domainLabels, listCommuneOptions, listDepartments } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, type Submission, seeOther } from '#platform/web.ts'
import {
  CheckboxGroup,
  choicesOf,
  Fieldset,
  Form,
  type Option,
  Page,
  Select,
} from '#web/components/index.tsx'
import { sessionsHome } from '../sessions/my-sessions.page.tsx'
import { participantLabels } from '../sessions/session.labels.ts'
import { getSession } from '../sessions/session.queries.ts'
import type { Session } from '../sessions/session.schema.ts'
import { inviteOrganisations } from './invitation.actions.ts'
import { invitationPolicy } from './invitation.policy.ts'
import {
  allStartups,
  communeKinds,
  OrganisationsInput,
  type OrganisationsValues,
} from './invitation.schema.ts'
import { listAddress, listBack } from './load-invitations.ts'

interface Choosing {
  readonly session: Session
  readonly departments: readonly Option[]
  readonly communes: readonly Option[]
}

async function load({ sessionId }: { sessionId: string }, { db }: Context): Promise<Choosing> {
  const departments = await listDepartments(db)
  return {
    session: await getSession(db, sessionId),
    departments: departments.map(({ code, name }) => ({ value: code, label: name })),
    communes: await listCommuneOptions(db),
  }
}

export const inviteOrganisationsPage = form(
  `${sessionsHome}/:sessionId/invitations/organisations`,
  {
    load,
    allow: invitationPolicy.invite,
    input: OrganisationsInput,
    invalid: (choosing, submission) => <InviteOrganisations {...choosing} {...submission} />,
    valid: async ({ session }, values, context) => {
      const count = await inviteOrganisations(context, session, values)
      return seeOther(
        listAddress(session),
        t(
          '{count, plural, =0 {Ils étaient déjà tous dans la liste.} one {Une invitation ajoutée.} other {# invitations ajoutées.}}',
          { count },
        ),
      )
    },
  },
)

type Props = Choosing & Submission<OrganisationsValues>

function InviteOrganisations({ session, departments, communes, values, errors }: Props) {
  const back = listBack(session)
  return (
    <Page
      title="Inviter des communes ou des startups"
      lead="La liste se relit avant l’envoi ; qui y est déjà n’est pas invité deux fois."
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form submit="Ajouter à la liste" secondary={{ label: 'Annuler', href: back.href }}>
        <CommuneFields {...{ departments, communes, values, errors }} />
        <StartupFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

type CommuneProps = Omit<Props, 'session'>

function CommuneFields({ departments, communes, values, errors }: CommuneProps) {
  return (
    <Fieldset legend={t('Communes')}>
      <CheckboxGroup
        name="kinds"
        label="Qui est invité dans ces communes"
        options={communeKinds.map((kind) => ({ value: kind, label: participantLabels[kind] }))}
        value={values.kinds}
        error={errors.kinds}
        required={false}
      />
      <CheckboxGroup
        name="departments"
        label="Toutes les communes de ces départements"
        options={departments}
        value={values.departments}
        error={errors.departments}
        required={false}
      />
      <Select
        name="communeId"
        label="Ou une commune de plus"
        empty="Aucune"
        options={communes}
        value={values.communeId}
        error={errors.communeId}
        required={false}
      />
    </Fieldset>
  )
}

function StartupFields({ values, errors }: Submission<OrganisationsValues>) {
  return (
    <Fieldset legend={t('Startups')}>
      <Select
        name="startups"
        label="Startups vérifiées"
        empty="Aucune"
        options={[
          { value: allStartups, label: 'Toutes les startups vérifiées' },
          ...choicesOf(domainLabels),
        ]}
        value={values.startups}
        error={errors.startups}
        required={false}
      />
    </Fieldset>
  )
}
