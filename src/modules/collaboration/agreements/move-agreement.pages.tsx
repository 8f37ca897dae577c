/** The steps of an agreement: plain buttons, forms where a reason is owed, and its details. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { action, type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  Form,
  Hidden,
  MoneyField,
  Page,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { moveAgreement, saveDetails } from './agreement.actions.ts'
import { agreementPolicy } from './agreement.policy.ts'
import { getAgreement } from './agreement.queries.ts'
import { type Agreement, type Details, DetailsInput } from './agreement.schema.ts'
import { agreeToRest } from './negotiate.actions.ts'

const load = ({ agreementId }: { agreementId: string }, { db }: Context) =>
  getAgreement(db, agreementId)
export const addressOf = ({ id }: Agreement) => `/espace/conventions/${id}`
export const back = (agreement: Agreement) => ({
  href: addressOf(agreement),
  label: agreement.title,
})

const editDetailsPage = form('/espace/conventions/:agreementId/details', {
  load,
  allow: agreementPolicy.editDetails,
  input: DetailsInput,
  initial: (agreement) => ({ ...agreement, version: String(agreement.version) }),
  invalid: (agreement, submission) => <EditDetails agreement={agreement} {...submission} />,
  valid: async (agreement, details, context) =>
    (await saveDetails(context, agreement, details))
      ? seeOther(
          addressOf(agreement),
          'Enregistré. Les clauses concernées sont à relire par les deux.',
        )
      : refuse({
          form: 'Quelqu’un a modifié la convention pendant que vous écriviez. Vérifiez, puis enregistrez de nouveau.',
        }),
})

function EditDetails({
  agreement,
  values,
  errors,
}: Submission<Details> & { agreement: Agreement }) {
  return (
    <Page title="Objet, montant et dates" errors={errors} breadcrumbs={[back(agreement)]}>
      <Form
        action={`${addressOf(agreement)}/details`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: addressOf(agreement) }}
      >
        <Hidden name="version" value={String(agreement.version)} />
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="purpose"
          label="Ce que la startup fournit"
          value={values.purpose}
          error={errors.purpose}
          rows={4}
        />
        <MoneyField
          name="amount"
          label="Montant total, toutes taxes comprises"
          value={values.amount}
          error={errors.amount}
        />
        <DateField name="startsOn" label="Début" value={values.startsOn} error={errors.startsOn} />
        <DateField name="endsOn" label="Fin" value={values.endsOn} error={errors.endsOn} />
      </Form>
    </Page>
  )
}

const agreeToRestAction = action('/espace/conventions/:agreementId/accord', {
  load,
  allow: agreementPolicy.accept,
  input: z.object({}),
  back: addressOf,
  act: async (agreement, _, context) => {
    const count = await agreeToRest(context, agreement)
    return seeOther(
      addressOf(agreement),
      t(
        '{count, plural, =0 {Aucune clause n’attendait.} one {Accord donné à une clause.} other {Accord donné à # clauses.}}',
        { count },
      ),
    )
  },
})

const agreeAction = action('/espace/conventions/:agreementId/arreter', {
  load,
  allow: agreementPolicy.agree,
  input: z.object({}),
  back: addressOf,
  act: async (agreement, _, context) => {
    await moveAgreement(context, agreement, 'agree')
    return seeOther(addressOf(agreement), 'Le texte est arrêté. Chaque partie peut signer.')
  },
})

const resumeAction = action('/espace/conventions/:agreementId/reprendre', {
  load,
  allow: agreementPolicy.resume,
  input: z.object({}),
  back: addressOf,
  act: async (agreement, _, context) => {
    await moveAgreement(context, agreement, 'resume')
    return seeOther(addressOf(agreement), 'La convention reprend.')
  },
})

interface Reasoned {
  readonly page: string
  readonly step: 'reopen' | 'suspend' | 'terminate' | 'abandon'
  readonly title: string
  readonly hint: string
  readonly done: string
  readonly isDangerous?: boolean
}

const reasoned: readonly Reasoned[] = [
  {
    page: 'rouvrir',
    step: 'reopen',
    title: 'Rouvrir la négociation',
    hint: 'L’autre partie le lira. Le texte pourra changer de nouveau.',
    done: 'La négociation est rouverte.',
  },
  {
    page: 'suspendre',
    step: 'suspend',
    title: 'Suspendre la convention',
    hint: 'Dites aussi ce qui permettra de reprendre.',
    done: 'La convention est suspendue.',
  },
  {
    page: 'resilier',
    step: 'terminate',
    title: 'Résilier la convention',
    hint: 'La clause de réversibilité s’applique : prévoyez la reprise des données.',
    done: 'La convention est résiliée.',
    isDangerous: true,
  },
  {
    page: 'abandonner',
    step: 'abandon',
    title: 'Abandonner la convention',
    hint: 'Elle ne sera pas signée. Le texte et son histoire restent au dossier.',
    done: 'La convention est abandonnée.',
    isDangerous: true,
  },
]

const reasonPages = reasoned.map(({ page, step, ...texts }) =>
  reasonForm(`/espace/conventions/:agreementId/${page}`, {
    ...texts,
    load,
    allow: agreementPolicy[step],
    back,
    label: 'Pourquoi',
    act: (agreement: Agreement, reason, context) => moveAgreement(context, agreement, step, reason),
  }),
)

export const moveAgreementPages = [
  editDetailsPage,
  agreeToRestAction,
  agreeAction,
  resumeAction,
  ...reasonPages,
]
