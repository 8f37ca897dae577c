/** A decision in two hands: one person proposes, with reasons where it refuses; another takes it. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import {
  choicesOf,
  DefinitionList,
  Form,
  Hidden,
  Page,
  RadioGroup,
  TextArea,
} from '#web/components/index.tsx'
import { decideRequest, proposeDecision } from './instruct-request.actions.ts'
import { instructCrumbs, instructHref, instructPath } from './load-instructed.ts'
import { type Asked, loadAsked } from './load-request.ts'
import { verdictLabels } from './request.labels.ts'
import { requestPolicy } from './request.policy.ts'

const load = (params: { requestId: string }, context: Context) => loadAsked(params, context)
const verdicts = ['accepted', 'refused'] as const

const Proposal = z
  .object({
    decision: fields.choice(verdicts, 'Choisissez la décision à proposer'),
    reasons: fields.optionalText(4000),
    remedy: fields.optionalText(2000),
  })
  .refine(({ decision, reasons }) => decision === 'accepted' || reasons.length >= 20, {
    path: ['reasons'],
    message: 'Un refus dit ses motifs, en 20 caractères au moins',
  })
  .refine(({ decision, remedy }) => decision === 'accepted' || remedy.length >= 10, {
    path: ['remedy'],
    message: 'Un refus dit à qui s’adresser pour le contester',
  })

export const proposeDecisionPage = form(`${instructPath}/proposer`, {
  load,
  allow: (actor, { request }) => requestPolicy.propose(actor, request),
  input: Proposal,
  invalid: (asked, submission) => <Propose {...asked} {...submission} />,
  valid: async (asked, proposal, context) => {
    await proposeDecision(context, asked.request.id, proposal)
    return seeOther(instructHref(asked), 'La décision est proposée. Une autre personne la prendra.')
  },
})

function Propose(props: Asked & Submission<z.infer<typeof Proposal>>) {
  const { values, errors } = props
  return (
    <Page title="Proposer une décision" errors={errors} breadcrumbs={instructCrumbs(props)}>
      <Form submit="Proposer" secondary={{ label: 'Annuler', href: instructHref(props) }}>
        <RadioGroup
          name="decision"
          label="Décision proposée"
          value={values.decision}
          error={errors.decision}
          options={choicesOf(verdictLabels)}
        />
        <TextArea
          name="reasons"
          label="Motifs"
          hint="Obligatoires pour un refus : le demandeur les lit."
          required={false}
          value={values.reasons}
          error={errors.reasons}
          limit={4000}
        />
        <TextArea
          name="remedy"
          label="Recours"
          hint="À qui s’adresser, dans quel délai, pour contester un refus."
          required={false}
          value={values.remedy}
          error={errors.remedy}
          rows={3}
        />
      </Form>
    </Page>
  )
}

const Decision = z.object({
  decision: fields.choice(verdicts),
  seen: z.coerce.number('La page est incomplète : rechargez-la').int(),
})

export const decideRequestPage = form(`${instructPath}/decider`, {
  load,
  allow: (actor, { request }) => requestPolicy.accept(actor, request),
  input: Decision,
  invalid: (asked, { errors }) => <Decide asked={asked} errors={errors} />,
  valid: async (asked, { decision, seen }, context) => {
    await decideRequest(context, asked.request.id, decision, new Date(seen))
    return seeOther(instructHref(asked), 'La décision est prise. Le demandeur est prévenu.')
  },
})

interface DecideProps {
  readonly asked: Asked
  readonly errors: Submission<z.infer<typeof Decision>>['errors']
}

function Decide({ asked, errors }: DecideProps) {
  const { request } = asked
  const { decision, decisionReasons, decisionRemedy, updatedAt } = request
  const isRefusal = decision === 'refused'
  return (
    <Page
      title={isRefusal ? 'Refuser la demande' : 'Accepter la demande'}
      errors={errors}
      breadcrumbs={instructCrumbs(asked)}
    >
      <p>{t('Voici ce qui est proposé. Votre décision l’applique telle quelle.')}</p>
      <DefinitionList
        items={[
          { term: 'Décision', value: decision && t(verdictLabels[decision]) },
          ...[
            { term: 'Motifs', typed: decisionReasons },
            { term: 'Recours', typed: decisionRemedy },
          ]
            .filter(({ typed }) => isRefusal || typed)
            .map(({ term, typed }) => ({
              term,
              value: typed && <span class="typed">{typed}</span>,
            })),
        ]}
      />
      <Form
        submit={isRefusal ? 'Refuser' : 'Accepter'}
        danger={isRefusal}
        secondary={{ label: 'Annuler', href: instructHref(asked) }}
      >
        <Hidden name="decision" value={decision ?? ''} />
        <Hidden name="seen" value={String(updatedAt.getTime())} />
      </Form>
    </Page>
  )
}
