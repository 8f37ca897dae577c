/** The committee of a call: who sits, who has declared, and where the executive names somebody. */
import { z } from 'zod'
import {
  findPersonToName,
  listMembers,
  type Member as TeamMember,
} from '#modules/identity/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  EmptyState,
  Form,
  Notice,
  Page,
  Select,
  Table,
  Tag,
  TextField,
} from '#web/components/index.tsx'
import { callPolicy } from '../calls/call.policy.ts'
import { getCall } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { nameMember } from './committee.actions.ts'
import { dutyLabels, memberStatusLabels } from './committee.labels.ts'
import { countAble, isCommitteeComplete } from './committee.rules.ts'
import { listCommittee } from './member.queries.ts'
import { duties, type Member } from './member.schema.ts'

const Named = z.object({
  personId: fields.optionalText(36),
  address: fields.optionalText(200),
  duty: fields.choice(duties, 'Choisissez un rôle'),
})

interface Shown {
  readonly call: Call
  readonly committee: readonly Member[]
  /** Those of the communes who may still be named. */
  readonly team: readonly (TeamMember & { readonly organisationId: string })[]
  readonly mayName: boolean
}

export const committeePage = form('/espace/appels/:callId/comite', {
  load: ({ callId }: { callId: string }, context: Context) => loadCommittee(callId, context),
  allow: (actor, { call }) => callPolicy.follow(actor, call),
  input: Named,
  initial: () => ({ duty: 'member' }),
  invalid: (shown, submission) => <Committee {...shown} {...submission} />,
  valid: async (shown, named, context) => {
    if (!shown.mayName) return refuse({ form: 'Seule la direction de la commune nomme le comité.' })
    const person = await findPerson(shown, named, context)
    if ('error' in person) return refuse(person.error)
    if (!(await nameMember(context, shown.call, { ...person, duty: named.duty })))
      return refuse({ form: 'Cette personne a déjà été nommée à ce comité.' })
    return seeOther(
      `/espace/appels/${shown.call.id}/comite`,
      `${person.name} est au comité : sa déclaration est attendue.`,
    )
  },
})

async function loadCommittee(callId: string, { db, actor }: Context): Promise<Shown> {
  const call = await getCall(db, callId)
  const committee = await listCommittee(db, callId)
  const seated = new Set(committee.map(({ personId }) => personId))
  const mayName = callPolicy.nameCommittee(actor, call)
  const team: Shown['team'][number][] = []
  for (const organisationId of mayName ? call.partyIds : [])
    for (const member of await listMembers(db, organisationId))
      if (!seated.has(member.personId)) team.push({ ...member, organisationId })
  return { call, committee, team, mayName }
}

type Found =
  | { personId: string; name: string; organisationId: string }
  | { error: Record<string, string> }

async function findPerson(
  { team, call }: Shown,
  { personId, address }: z.infer<typeof Named>,
  { db }: Context,
): Promise<Found> {
  if (address) {
    const person = await findPersonToName(db, address)
    return person
      ? { personId: person.id, name: person.fullName, organisationId: call.communeId }
      : { error: { address: 'Personne n’a de compte avec cette adresse ou ce numéro' } }
  }
  const chosen = team.find((member) => member.personId === personId)
  return chosen
    ? { personId: chosen.personId, name: chosen.fullName, organisationId: chosen.organisationId }
    : { error: { personId: 'Choisissez quelqu’un, ou indiquez une adresse' } }
}

function Committee(shown: Shown & Submission<z.infer<typeof Named>>) {
  const { call, committee, mayName, errors } = shown
  const isComplete = isCommitteeComplete(committee, call.committeeSize)
  return (
    <Page
      title="Le comité"
      errors={errors}
      breadcrumbs={[
        { label: 'Appels', href: '/espace/appels' },
        { label: call.title, href: `/espace/appels/${call.id}` },
      ]}
    >
      <Notice kind={isComplete ? 'success' : 'warning'}>
        <p>
          {t(
            '{able, plural, one {# membre} other {# membres}} sans conflit d’intérêts sur {size} au moins.',
            {
              able: countAble(committee),
              size: call.committeeSize,
            },
          )}
        </p>
      </Notice>
      {committee.length === 0 ? (
        <EmptyState title="Personne n’est encore nommé" />
      ) : (
        <Members call={call} committee={committee} mayName={mayName} />
      )}
      {mayName && <NameMember {...shown} />}
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Personne' },
  { key: 'duty', label: 'Rôle' },
  { key: 'status', label: 'Déclaration' },
  { key: 'finished', label: 'Notation' },
]

function Members({ call, committee, mayName }: Pick<Shown, 'call' | 'committee' | 'mayName'>) {
  const rows = committee.map((member) => {
    const { label, tone } = memberStatusLabels[member.status]
    return {
      name: member.name,
      duty: t(dutyLabels[member.duty]),
      status: (
        <>
          <Tag tone={tone}>{t(label)}</Tag>{' '}
          {mayName && member.status !== 'cut' && (
            <a href={`/espace/appels/${call.id}/comite/${member.id}/ecarter`}>{t('Écarter')}</a>
          )}
        </>
      ),
      finished: member.finishedAt
        ? t('Terminée le {date}', { date: formatDate(member.finishedAt) })
        : '—',
    }
  })
  return <Table caption="Le comité" isCaptionHidden columns={columns} rows={rows} />
}

function NameMember({ call, team, values, errors }: Shown & Submission<z.infer<typeof Named>>) {
  return (
    <section>
      <h2>{t('Nommer quelqu’un')}</h2>
      <Form
        action={`/espace/appels/${call.id}/comite`}
        submit="Nommer"
        secondary={{ label: 'Retour à l’appel', href: `/espace/appels/${call.id}` }}
      >
        {team.length > 0 && (
          <Select
            name="personId"
            label="Une personne des communes"
            value={values.personId}
            error={errors.personId}
            empty="Choisir"
            options={team.map(({ personId, fullName }) => ({ value: personId, label: fullName }))}
            required={false}
          />
        )}
        <TextField
          name="address"
          label="Ou une personne de l’extérieur"
          hint="Son adresse électronique ou son téléphone de connexion : une personne ressource, par exemple."
          value={values.address}
          error={errors.address}
          required={false}
        />
        <Select
          name="duty"
          label="Rôle"
          value={values.duty}
          error={errors.duty}
          options={duties.map((value) => ({ value, label: dutyLabels[value] }))}
        />
      </Form>
    </section>
  )
}
