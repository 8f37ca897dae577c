/** Where each commune of a grouped call says whether it takes the result. */
import { z } from 'zod'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { recordEvent } from '#platform/events.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { callPolicy } from '../calls/call.policy.ts'
import { getCall } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { type CommuneDecision, listCommuneDecisions } from './commune-decision.queries.ts'
import { CommuneDecisions } from './commune-decisions.view.tsx'
import { loadShares } from './share.queries.ts'

const Joining = z.object({
  decision: fields.choice(['in', 'out'], 'Dites si la commune retient le résultat'),
  reason: fields.optionalText(2000),
})

interface Shown {
  readonly call: Call
  readonly decisions: readonly CommuneDecision[]
  readonly names: ReadonlyMap<string, string>
  readonly shares: ReadonlyMap<string, number>
}

export const joinResultPage = form('/espace/appels/:callId/resultat', {
  load: async ({ callId }: { callId: string }, { db }: Context): Promise<Shown> => {
    const call = await getCall(db, callId)
    const decisions = await listCommuneDecisions(db, callId)
    const names = await listOrganisationNames(db, call.partyIds)
    return { call, decisions, names, shares: await loadShares(db, call, decisions) }
  },
  allow: (actor, { call }) => call.partyIds.length > 1 && callPolicy.optIn(actor, call),
  input: Joining,
  invalid: (shown, submission) => <JoinResult {...shown} {...submission} />,
  valid: async ({ call }, { decision, reason }, context) => {
    if (decision === 'out' && reason.length < 20)
      return refuse({ reason: 'Dites pourquoi, en 20 caractères au moins' })
    await recordDecision(context, call, decision, reason)
    return seeOther(`/espace/appels/${call.id}`, 'La décision de la commune est gardée.')
  },
})

async function recordDecision(
  { db, actor, now }: Context,
  call: Call,
  decision: 'in' | 'out',
  reason: string,
): Promise<void> {
  const communeId = getOrganisationId(actor)
  await db
    .updateTable('collaboration.callCommune')
    .set({ decision, reason, decidedBy: getPersonId(actor), decidedAt: now })
    .where('callId', '=', call.id)
    .where('communeId', '=', communeId)
    .execute()
  const subject = { subjectKind: 'call', subjectId: call.id }
  const line = { actor, organisationId: communeId, action: 'call.optIn', ...subject }
  await recordAudit(db, { ...line, details: { decision } }, now)
  const payload = { communeId, decision }
  await recordEvent(db, { kind: 'call.optIn', subjectId: call.id, payload }, now)
}

function JoinResult({
  call,
  decisions,
  names,
  shares,
  values,
  errors,
}: Shown & Submission<z.infer<typeof Joining>>) {
  const back = `/espace/appels/${call.id}`
  return (
    <Page
      title="Retenir le résultat"
      errors={errors}
      breadcrumbs={[{ label: call.title, href: back }]}
    >
      <CommuneDecisions {...{ decisions, names, shares }} rule={call.shareRule} />
      <Form
        action={`${back}/resultat`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: back }}
      >
        <RadioGroup
          name="decision"
          label="Votre commune"
          value={values.decision}
          error={errors.decision}
          options={[
            {
              value: 'in',
              label: 'Retient le résultat',
              hint: 'Une convention sera préparée entre elle et la startup retenue.',
            },
            { value: 'out', label: 'Ne le retient pas' },
          ]}
        />
        <TextArea
          name="reason"
          label="Raison"
          hint="Demandée si la commune ne le retient pas."
          value={values.reason}
          error={errors.reason}
          rows={3}
          required={false}
        />
      </Form>
    </Page>
  )
}
