/** For a published need: the mechanism that fits, why, and the commune's own choice, with its reason when it differs. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { countDays } from '#platform/days.rules.ts'
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Details,
  Form,
  Notice,
  Page,
  RadioGroup,
  ReasonList,
  TextArea,
} from '#web/components/index.tsx'
import { assessOffer } from '../matching/ranking.queries.ts'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed, listJoiners } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { findChoice, listRulesInForce } from './mechanism.queries.ts'
import { type Mechanism, mechanismDefinitions, mechanisms } from './mechanism-definitions.ts'
import { nextPageOf } from './mechanism-next.ts'
import {
  type MechanismAdvice,
  type MechanismReason,
  proposeMechanism,
} from './propose-mechanism.rules.ts'

const Choice = z.object({
  mechanism: fields.choice(mechanisms, 'Choisissez un mécanisme'),
  reason: fields.optionalText(1000),
})

interface Shown {
  readonly need: Need
  readonly advice: MechanismAdvice
  readonly chosen: Mechanism | undefined
  readonly reason: string
}

export const chooseMechanismPage = form('/espace/besoins/:needId/mecanisme', {
  load: loadAdvice,
  allow: (actor, { need }) => needPolicy.contact(actor, need),
  input: Choice,
  initial: ({ advice, chosen, reason }) => ({ mechanism: chosen ?? advice.proposed, reason }),
  invalid: (shown, submission) => <ChooseMechanism {...shown} {...submission} />,
  valid: async ({ need, advice }, { mechanism, reason }, context) => {
    if (mechanism !== advice.proposed && reason.length < 20)
      return refuse({
        reason: 'Ce n’est pas le mécanisme proposé : dites pourquoi, en 20 caractères au moins',
      })
    await saveChoice(context, need, { proposed: advice.proposed, chosen: mechanism, reason })
    return seeOther(nextPageOf(mechanism, need), 'Le choix est gardé avec sa raison.')
  },
})

async function loadAdvice({ needId }: { needId: string }, { db, now }: Context): Promise<Shown> {
  const need = await getNeed(db, needId)
  const today = toDay(now)
  const joiners = await listJoiners(db, needId)
  const choice = await findChoice(db, needId)
  const facts = {
    amount: need.budgetMax ?? need.budgetMin,
    isUrgent: need.urgency === 'high',
    daysUntilWanted: need.wantedBy === null ? null : countDays(today, need.wantedBy),
    communeCount: 1 + joiners.length,
    ...(await assessOffer(db, need)),
  }
  const advice = proposeMechanism(facts, await listRulesInForce(db, today))
  return { need, advice, chosen: choice?.chosen, reason: choice?.reason ?? '' }
}

interface Saved {
  readonly proposed: Mechanism
  readonly chosen: Mechanism
  readonly reason: string
}

async function saveChoice({ db, actor, now }: Context, need: Need, choice: Saved): Promise<void> {
  const id = createId(now.getTime())
  const owner = { needId: need.id, communeId: need.communeId }
  await db
    .insertInto('collaboration.mechanismChoice')
    .values({ id, ...owner, ...choice, chosenBy: getPersonId(actor), chosenAt: now })
    .execute()
  const subject = { subjectKind: 'need', subjectId: need.id }
  const line = { actor, organisationId: need.communeId, action: 'need.chooseMechanism' }
  await recordAudit(db, { ...line, ...subject, details: { ...choice } }, now)
}

function ChooseMechanism({
  need,
  advice,
  values,
  errors,
}: Shown & Submission<z.infer<typeof Choice>>) {
  const [first, ...others] = advice.opinions
  const { title, purpose } = mechanismDefinitions[advice.proposed]
  return (
    <Page
      title="Comment continuer ?"
      errors={errors}
      breadcrumbs={[{ label: need.title, href: `/espace/besoins/${need.id}` }]}
    >
      <Notice kind="info" title={t('Cauri propose : {mechanism}', { mechanism: t(title) })}>
        <p>{t(purpose)}</p>
        <ReasonList reasons={(first?.reasons ?? []).map(toShown)} />
      </Notice>
      <Details summary="Pourquoi pas les autres">
        {others.map(({ mechanism, reasons }) => (
          <section key={mechanism}>
            <h3>
              <a href={`/mecanismes/${mechanism}`}>{t(mechanismDefinitions[mechanism].title)}</a>
            </h3>
            <ReasonList reasons={reasons.map(toShown)} />
          </section>
        ))}
      </Details>
      <Form action={`/espace/besoins/${need.id}/mecanisme`} submit="Continuer ainsi">
        <RadioGroup
          name="mechanism"
          label="Votre choix"
          options={mechanisms.map((value) => ({ value, label: mechanismDefinitions[value].title }))}
          value={values.mechanism}
          error={errors.mechanism}
        />
        <TextArea
          name="reason"
          label="Votre raison"
          hint="Demandée si vous choisissez un autre mécanisme que celui proposé ; gardée dans le dossier du besoin."
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
      </Form>
    </Page>
  )
}

function toShown({ isFor, text, values }: MechanismReason) {
  const shown =
    values?.limit === undefined ? values : { ...values, limit: formatMoney(values.limit) }
  return { kind: isFor ? ('positive' as const) : ('negative' as const), text: t(text, shown) }
}
