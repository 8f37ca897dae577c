/** Where the executive decides, lot by lot. To depart from the ranking asks for a longer reason. */
import { z } from 'zod'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Fieldset, Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { callPolicy } from '../calls/call.policy.ts'
import { getFullCall } from '../calls/call.queries.ts'
import { type FullCall, lotRows } from '../calls/call.schema.ts'
import { listBids, type OpenedBid } from '../opening/bid.queries.ts'
import { awardCall, type Decision } from './award-call.ts'
import { listConsensus } from './evaluation.queries.ts'
import { type LotResult, rankLots } from './evaluation.rules.ts'
import { formatPoints, LotRankings } from './lot-ranking.view.tsx'

const Decisions = z.object(
  Object.fromEntries(
    lotRows.flatMap((row) => [
      [`proposal${row}`, fields.optionalText(36)],
      [`reason${row}`, fields.optionalText(4000)],
    ]),
  ) as Record<`proposal${number}` | `reason${number}`, z.ZodType<string>>,
)

interface Deciding {
  readonly full: FullCall
  readonly bids: readonly OpenedBid[]
  readonly results: readonly LotResult[]
}

export const awardCallPage = form('/espace/appels/:callId/attribuer', {
  load: async ({ callId }: { callId: string }, context: Context): Promise<Deciding> => {
    const full = await getFullCall(context.db, callId)
    const bids = await listBids(context, full.call)
    const consensus = await listConsensus(context.db, callId)
    return { full, bids, results: rankLots(full, bids, consensus) }
  },
  allow: (actor, { full }) => callPolicy.award(actor, full.call),
  input: Decisions,
  initial: ({ results }) =>
    Object.fromEntries(
      results.map(({ ranking }, index) => [`proposal${index + 1}`, first(ranking)?.proposalId]),
    ),
  invalid: (deciding, submission) => <AwardCall {...deciding} {...submission} />,
  valid: async (deciding, typed, context) => {
    const { decisions, errors } = readDecisions(deciding, typed)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    await awardCall(context, deciding.full, decisions)
    return seeOther(
      `/espace/appels/${deciding.full.call.id}`,
      'La décision est prise. Chaque startup la reçoit avec ses notes et leurs raisons.',
    )
  },
})

const first = (ranking: LotResult['ranking']) => ranking.find(({ rank }) => rank === 1)
const none = 'none'
const shortestReason = 20
const shortestDeparture = 80

function readDecisions({ full, results }: Deciding, typed: Readonly<Record<string, string>>) {
  const decisions: Decision[] = []
  const errors: Record<string, string> = {}
  for (const [index, { lotId, ranking }] of results.entries()) {
    const row = index + 1
    const chosen = typed[`proposal${row}`] ?? ''
    const reason = typed[`reason${row}`] ?? ''
    const ranked = ranking.find(({ proposalId }) => proposalId === chosen)
    if (chosen !== none && !ranked?.rank) {
      errors[`proposal${row}`] = 'Choisissez une proposition classée, ou aucune'
      continue
    }
    const least = ranked?.rank === 1 ? shortestReason : shortestDeparture
    if (reason.length < least)
      errors[`reason${row}`] =
        least === shortestReason
          ? `Donnez la raison en ${least} caractères au moins`
          : `La décision s’écarte du classement : expliquez-la en ${least} caractères au moins`
    decisions.push({ lotId, proposalId: chosen === none ? null : chosen, reason })
  }
  return {
    decisions: decisions.filter(({ lotId }) => full.lots.some(({ id }) => id === lotId)),
    errors,
  }
}

function AwardCall(deciding: Deciding & Submission<z.infer<typeof Decisions>>) {
  const { full, errors } = deciding
  const back = `/espace/appels/${full.call.id}/evaluation`
  return (
    <Page
      title="Décider de l’attribution"
      errors={errors}
      breadcrumbs={[
        { label: full.call.title, href: `/espace/appels/${full.call.id}` },
        { label: 'Évaluation', href: back },
      ]}
    >
      <LotRankings {...deciding} />
      <Form
        action={`/espace/appels/${full.call.id}/attribuer`}
        submit="Prendre la décision"
        secondary={{ label: 'Annuler', href: back }}
      >
        {full.lots.map(({ id }, index) => (
          <LotDecision key={id} deciding={deciding} index={index} />
        ))}
      </Form>
    </Page>
  )
}

function LotDecision({
  deciding: { full, bids, results, values, errors },
  index,
}: {
  deciding: Deciding & Submission<z.infer<typeof Decisions>>
  index: number
}) {
  const lot = full.lots[index]
  const ranking = results[index]?.ranking ?? []
  const nameOf = (proposalId: string) =>
    bids.find((bid) => bid.proposalId === proposalId)?.name ?? ''
  const typed = (name: string) => ({
    name,
    value: (values as Record<string, string | undefined>)[name],
    error: (errors as Record<string, string | undefined>)[name],
  })
  return (
    <Fieldset legend={lot?.title ?? ''}>
      <RadioGroup
        {...typed(`proposal${index + 1}`)}
        label="À qui ce lot est-il attribué ?"
        options={[
          ...ranking
            .filter(({ rank }) => rank !== null)
            .map(({ proposalId, rank, price, totalMilli }) => ({
              value: proposalId,
              label: nameOf(proposalId),
              hint: t('Rang {rank}, {points} points, {price}', {
                rank: rank ?? 0,
                points: formatPoints(totalMilli),
                price: formatMoney(price),
              }),
            })),
          { value: none, label: 'À personne', hint: 'Le lot n’est pas attribué.' },
        ]}
      />
      <TextArea
        {...typed(`reason${index + 1}`)}
        label="Raison de la décision"
        hint="Publique, et envoyée à chaque startup."
        rows={4}
      />
    </Fieldset>
  )
}
