/** The steps of a file: handed over, its result reported, or withdrawn before it leaves. */
import type { z } from 'zod'
import { toDay } from '#platform/format.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  Fieldset,
  Form,
  MoneyField,
  Page,
  RadioGroup,
  TextArea,
  TextField,
  UrlField,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { handOverTender, moveTender, recordTenderResult } from './tender.actions.ts'
import { tenderStatusLabels } from './tender.labels.ts'
import { tenderPolicy } from './tender.policy.ts'
import { getTender } from './tender.queries.ts'
import { HandOver, RecordResult, results, type Tender, type TenderResult } from './tender.schema.ts'
import { tenderWorkflow } from './tender.workflow.ts'

const load = ({ tenderId }: { tenderId: string }, { db }: Context) => getTender(db, tenderId)
const addressOf = ({ id }: Tender) => `/espace/marches-formels/${id}`
const crumbsOf = (tender: Tender) => [
  { label: 'Marchés formels', href: '/espace/marches-formels' },
  { label: tender.title, href: addressOf(tender) },
]

const handOverPage = form('/espace/marches-formels/:tenderId/remettre', {
  load,
  allow: (actor, tender) => tender.status === 'draft' && tenderPolicy.handOver(actor, tender),
  input: HandOver,
  initial: (_, { now }) => ({ handedOverOn: toDay(now) }),
  invalid: (tender, submission) => <AskHandOver tender={tender} {...submission} />,
  valid: async (tender, given, context) => {
    if (given.handedOverOn > toDay(context.now))
      return refuse({ handedOverOn: 'La remise a déjà eu lieu : indiquez un jour passé.' })
    await handOverTender(context, tender, given)
    return seeOther(
      addressOf(tender),
      'La remise est enregistrée et publique. Le dossier ne change plus.',
    )
  },
})

const recordResultPage = form('/espace/marches-formels/:tenderId/resultat', {
  load,
  allow: tenderPolicy.recordResult,
  input: RecordResult,
  initial: ({ stateReference, stateLink }) => ({ stateReference, stateLink }),
  invalid: (tender, submission) => <AskResult tender={tender} {...submission} />,
  valid: async (tender, given, context) => {
    const problems = checkResult(tender, given, toDay(context.now))
    if (Object.keys(problems).length > 0) return refuse(problems)
    await recordTenderResult(context, tender, given)
    return seeOther(addressOf(tender), 'Le résultat est public, avec le dossier.')
  },
})

function checkResult(tender: Tender, given: TenderResult, today: string): Record<string, string> {
  const { result, awardedTo, awardedAmount, decidedOn, reason } = given
  const isAwarded = result === 'award'
  const isTooEarly = tender.handedOverOn !== null && decidedOn < tender.handedOverOn
  return {
    ...(isAwarded && awardedTo === '' && { awardedTo: 'Indiquez l’attributaire' }),
    ...(isAwarded && !awardedAmount && { awardedAmount: 'Indiquez le montant attribué' }),
    ...(!isAwarded &&
      reason.length < 20 && { reason: 'Indiquez le motif, en 20 caractères au moins' }),
    ...(isTooEarly && { decidedOn: 'La décision vient après la remise.' }),
    ...(decidedOn > today && { decidedOn: 'La décision est déjà prise : indiquez un jour passé.' }),
  }
}

const withdrawPage = reasonForm('/espace/marches-formels/:tenderId/retirer', {
  load,
  allow: tenderPolicy.withdraw,
  back: (tender) => ({ href: addressOf(tender), label: tender.title }),
  title: 'Retirer le dossier',
  label: 'Pourquoi',
  hint: 'Gardé dans l’historique de la commune.',
  isDangerous: true,
  done: 'Le dossier est retiré.',
  act: (tender, reason, context) => moveTender(context, tender, 'withdraw', { reason }),
})

export const moveTenderPages = [handOverPage, recordResultPage, withdrawPage]

type HandOverProps = Submission<z.infer<typeof HandOver>> & { readonly tender: Tender }

function AskHandOver({ tender, values, errors }: HandOverProps) {
  return (
    <Page
      title="Enregistrer la remise"
      lead="Le dossier devient public et ne change plus. La procédure continue dans le système de l’État."
      errors={errors}
      breadcrumbs={crumbsOf(tender)}
    >
      <Form
        action={`${addressOf(tender)}/remettre`}
        submit="Enregistrer la remise"
        secondary={{ label: 'Annuler', href: addressOf(tender) }}
      >
        <DateField
          name="handedOverOn"
          label="Remis le"
          value={values.handedOverOn}
          error={errors.handedOverOn}
        />
        <TextField
          name="handedOverTo"
          label="Remis à"
          hint="La fonction suffit : personne responsable des marchés publics, cellule…"
          value={values.handedOverTo}
          error={errors.handedOverTo}
        />
        <StateFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

interface StateProps {
  readonly values: { readonly stateReference?: string; readonly stateLink?: string }
  readonly errors: { readonly stateReference?: string; readonly stateLink?: string }
}

function StateFields({ values, errors }: StateProps) {
  return (
    <Fieldset legend="Dans le système de l’État" hint="Facultatif ; se complète avec le résultat.">
      <TextField
        name="stateReference"
        label="Référence de la procédure"
        value={values.stateReference}
        error={errors.stateReference}
      />
      <UrlField
        name="stateLink"
        label="Adresse de la procédure"
        value={values.stateLink}
        error={errors.stateLink}
      />
    </Fieldset>
  )
}

type ResultProps = Submission<TenderResult> & { readonly tender: Tender }

function AskResult({ tender, values, errors }: ResultProps) {
  return (
    <Page title="Rapporter le résultat" errors={errors} breadcrumbs={crumbsOf(tender)}>
      <Form
        action={`${addressOf(tender)}/resultat`}
        submit="Publier le résultat"
        secondary={{ label: 'Annuler', href: addressOf(tender) }}
      >
        <RadioGroup
          name="result"
          label="Qu’a donné la procédure ?"
          options={results.map((value) => ({
            value,
            label: tenderStatusLabels[tenderWorkflow.steps[value].to].label,
          }))}
          value={values.result}
          error={errors.result}
        />
        <DateField
          name="decidedOn"
          label="Décision du"
          value={values.decidedOn}
          error={errors.decidedOn}
        />
        <AwardFields values={values} errors={errors} />
        <TextArea
          name="reason"
          label="Motif"
          hint="Public. Demandé quand rien n’est attribué."
          value={values.reason}
          error={errors.reason}
          rows={4}
        />
        <StateFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function AwardFields({ values, errors }: Submission<TenderResult>) {
  return (
    <Fieldset legend="Si le marché est attribué">
      <TextField
        name="awardedTo"
        label="Attributaire"
        value={values.awardedTo}
        error={errors.awardedTo}
      />
      <MoneyField
        name="awardedAmount"
        label="Montant attribué"
        value={values.awardedAmount}
        error={errors.awardedAmount}
      />
    </Fieldset>
  )
}
