/** Delivering a milestone, accepting it, lifting its reserves, recording its payment. */
import { z } from 'zod'
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  fields,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  DateField,
  FileField,
  Form,
  Page,
  Prose,
  RadioGroup,
  TextArea,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { crumbs } from './load-project.ts'
import {
  deliverMilestone,
  judgeMilestone,
  moveMilestone,
  payMilestone,
  type Verdict,
} from './milestone.actions.ts'
import { milestonePolicy } from './milestone.policy.ts'
import { loadMilestone, type MilestoneOf } from './show-milestone.page.tsx'

const addressOf = ({ milestone }: MilestoneOf) => `/espace/jalons/${milestone.id}`
const accepted = [mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg]
const largestMegabytes = 10

const Delivery = z.object({
  note: fields.text({ min: 20, max: 2000, missing: 'Dites ce qui est livré' }),
  file: optionalFile(accepted, largestMegabytes),
})

const deliverPage = form('/espace/jalons/:milestoneId/livrer', {
  load: loadMilestone,
  allow: (actor, { milestone }) => milestonePolicy.deliver(actor, milestone),
  input: Delivery,
  initial: () => ({}),
  invalid: (subject, submission) => <Deliver {...subject} {...submission} />,
  valid: async (subject, { note, file }, context) => {
    await deliverMilestone(context, subject.milestone, { note, upload: file })
    return seeOther(addressOf(subject), 'Le jalon est livré. La commune est prévenue.')
  },
})

const verdicts = ['accept', 'acceptPartly', 'refuse'] as const
const verdictLabels = {
  accept: 'Oui, sans réserve',
  acceptPartly: 'Oui, avec des réserves à lever',
  refuse: 'Non, à livrer de nouveau',
} as const

const Judgement = z.object({
  verdict: fields.choice(verdicts, 'Dites si ce qui est livré convient'),
  text: fields.optionalText(2000),
  reservesDueOn: fields.optionalDay(),
})
type Judgement = z.infer<typeof Judgement>

const judgePage = form('/espace/jalons/:milestoneId/recette', {
  load: loadMilestone,
  allow: (actor, { milestone }) => milestonePolicy.accept(actor, milestone),
  input: Judgement,
  invalid: (subject, submission) => <Judge {...subject} {...submission} />,
  valid: async (subject, judgement, context) => {
    const errors = findFaults(judgement, toDay(context.now))
    if (Object.keys(errors).length > 0) return refuse(errors)
    await judgeMilestone(context, subject.milestone, toVerdict(judgement))
    return seeOther(addressOf(subject), 'La recette est prononcée. L’autre partie est prévenue.')
  },
})

/** Reserves need their words and their date; a refusal needs its reasons. */
function findFaults(
  { verdict, text, reservesDueOn }: Judgement,
  today: string,
): Record<string, string> {
  if (verdict === 'accept') return {}
  const faults: Record<string, string> = {}
  if (text.length < 20) faults.text = 'Expliquez en 20 caractères au moins'
  if (verdict === 'acceptPartly' && (reservesDueOn === null || reservesDueOn < today))
    faults.reservesDueOn = 'Indiquez une date à venir pour lever les réserves'
  return faults
}

function toVerdict({ verdict, text, reservesDueOn }: Judgement): Verdict {
  if (verdict === 'acceptPartly')
    return { kind: verdict, reserves: text, reservesDueOn: reservesDueOn ?? '' }
  return verdict === 'refuse' ? { kind: verdict, reason: text } : { kind: verdict }
}

const liftReservesPage = reasonForm<MilestoneOf>('/espace/jalons/:milestoneId/reserves', {
  load: loadMilestone,
  allow: (actor, { milestone }) => milestonePolicy.liftReserves(actor, milestone),
  back: (subject) => ({ href: addressOf(subject), label: subject.milestone.title }),
  title: 'Lever les réserves',
  label: 'Ce qui a été vérifié',
  hint: 'Reste dans l’historique du jalon.',
  done: 'Les réserves sont levées : le jalon est accepté.',
  act: ({ milestone }, reason, context) =>
    moveMilestone(context, milestone, 'liftReserves', { reason }),
})

const Payment = z.object({ paidOn: fields.day() })

const payPage = form('/espace/jalons/:milestoneId/paiement', {
  load: loadMilestone,
  allow: (actor, { milestone }) => milestonePolicy.pay(actor, milestone),
  input: Payment,
  initial: (_, { now }) => ({ paidOn: toDay(now) }),
  invalid: (subject, submission) => <Pay {...subject} {...submission} />,
  valid: async (subject, { paidOn }, context) => {
    if (paidOn > toDay(context.now))
      return refuse({ paidOn: 'Enregistrez le paiement une fois fait' })
    await payMilestone(context, subject.milestone, paidOn)
    return seeOther(addressOf(subject), 'Le paiement est enregistré.')
  },
})

export const moveMilestonePages = [deliverPage, judgePage, liftReservesPage, payPage]

function Deliver(props: MilestoneOf & Submission<z.infer<typeof Delivery>>) {
  const { project, milestone, values, errors } = props
  return (
    <Page title="Déclarer livré" errors={errors} breadcrumbs={toCrumbs(props)}>
      <Prose text={milestone.deliverables} />
      <Form
        submit="Déclarer livré"
        multipart
        secondary={{ label: 'Annuler', href: addressOf(props) }}
      >
        <TextArea
          name="note"
          label="Ce qui est livré, et où le vérifier"
          hint={
            project.startupId === null
              ? 'Ce que le prestataire vous a remis.'
              : 'La commune recevra ce texte tel quel.'
          }
          value={values.note}
          error={errors.note}
        />
        <FileField
          name="file"
          label="Pièce"
          hint="Bordereau, compte rendu, capture. PDF, PNG ou JPEG."
          accept={accepted.join(',')}
          maxMegabytes={largestMegabytes}
          values={values}
          error={errors.file}
          required={false}
        />
      </Form>
    </Page>
  )
}

const toCrumbs = (subject: MilestoneOf) => [
  ...crumbs(subject.project),
  { label: subject.milestone.title, href: addressOf(subject) },
]

function Judge(props: MilestoneOf & Submission<Judgement>) {
  const { milestone, values, errors } = props
  return (
    <Page title="Prononcer la recette" errors={errors} breadcrumbs={toCrumbs(props)}>
      <Prose text={milestone.deliverables} />
      {milestone.statusReason && (
        <p class="prose">
          <b>{t('Livré avec ces mots.')}</b> {milestone.statusReason}
        </p>
      )}
      <Form submit="Prononcer la recette" secondary={{ label: 'Annuler', href: addressOf(props) }}>
        <RadioGroup
          name="verdict"
          label="Ce qui est livré convient-il ?"
          options={verdicts.map((value) => ({ value, label: verdictLabels[value] }))}
          value={values.verdict}
          error={errors.verdict}
        />
        <TextArea
          name="text"
          label="Réserves, ou motifs du refus"
          hint="L’autre partie recevra ce texte tel quel."
          value={values.text}
          error={errors.text}
          required={false}
        />
        <DateField
          name="reservesDueOn"
          label="Réserves à lever avant le"
          value={values.reservesDueOn}
          error={errors.reservesDueOn}
          required={false}
        />
      </Form>
    </Page>
  )
}

function Pay(props: MilestoneOf & Submission<z.infer<typeof Payment>>) {
  const { payment, values, errors } = props
  return (
    <Page title="Enregistrer le paiement" errors={errors} breadcrumbs={toCrumbs(props)}>
      <p>
        {t('Ce jalon paie {amount}, calculé au franc près sur le montant du projet.', {
          amount: formatMoney(payment),
        })}
      </p>
      <Form
        submit="Enregistrer le paiement"
        secondary={{ label: 'Annuler', href: addressOf(props) }}
      >
        <DateField name="paidOn" label="Payé le" value={values.paidOn} error={errors.paidOn} />
      </Form>
    </Page>
  )
}
