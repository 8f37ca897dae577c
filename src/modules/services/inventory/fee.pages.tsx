/** Tariffs: recorded with the deliberation that set them, annulled with the reason, never erased. */
import type { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { DateField, Form, MoneyField, Page, TextArea, TextField } from '#web/components/index.tsx'
import { nameService } from './listed-service.ts'
import { annulFee, recordFee } from './offer.actions.ts'
import { offerPolicy } from './offer.policy.ts'
import { AnnulFee, type Fee, FeeInput, type Sheet } from './service.schema.ts'
import { getFee, getSheet } from './sheet.queries.ts'

interface Recording {
  readonly communeId: string
  readonly sheet: Sheet
}

export const recordFeePage = form('/espace/services/:code/tarif', {
  load: async ({ code }: { code: string }, { db, actor }: Context): Promise<Recording> => ({
    communeId: getOrganisationId(actor),
    sheet: await getSheet(db, code),
  }),
  allow: (actor, { communeId }) => offerPolicy.setFee(actor, { communeId }),
  input: FeeInput,
  invalid: (recording, submission) => <RecordFee {...recording} {...submission} />,
  valid: async ({ communeId, sheet }, input, context) => {
    const problems = checkDates(input, toDay(context.now))
    if (Object.keys(problems).length > 0) return refuse(problems)
    await recordFee(context, communeId, sheet.serviceCode, input)
    return seeOther(`/espace/services/${sheet.serviceCode}`, 'Le tarif est enregistré.')
  },
})

function checkDates(
  { deliberationDate, validFrom, validUntil }: FeeInput,
  today: string,
): Record<string, string> {
  return {
    ...(deliberationDate > today && { deliberationDate: 'Cette date n’est pas encore passée.' }),
    ...(validFrom < deliberationDate && {
      validFrom: 'Un tarif ne s’applique pas avant la délibération qui le fixe.',
    }),
    ...(validUntil !== null &&
      validUntil < validFrom && { validUntil: 'La fin précède le début.' }),
  }
}

function RecordFee({ sheet, values, errors }: Recording & Submission<FeeInput>) {
  const back = `/espace/services/${sheet.serviceCode}`
  const field = <Name extends keyof FeeInput & string>(name: Name) => ({
    name,
    value: values[name],
    error: errors[name],
  })
  return (
    <Page
      title="Ajouter un tarif"
      kicker={t(nameService(sheet.serviceCode))}
      errors={errors}
      breadcrumbs={[{ label: 'Les services de la commune', href: '/espace/services' }]}
    >
      <Form
        action={`${back}/tarif`}
        submit="Enregistrer le tarif"
        secondary={{ label: 'Annuler', href: back }}
      >
        <TextField
          {...field('label')}
          label="Ce qui est payé"
          hint="Par exemple : copie d’acte, par exemplaire."
        />
        <MoneyField {...field('amount')} label="Montant" hint="0 si c’est gratuit." />
        <TextField {...field('deliberationNumber')} label="Numéro de la délibération" />
        <DateField {...field('deliberationDate')} label="Date de la délibération" />
        <DateField {...field('validFrom')} label="S’applique à partir du" />
        <DateField {...field('validUntil')} label="Jusqu’au" required={false} />
      </Form>
    </Page>
  )
}

export const annulFeePage = form('/espace/services/tarifs/:feeId/annuler', {
  load: ({ feeId }: { feeId: string }, { db }: Context) => getFee(db, feeId),
  allow: (actor, fee) => offerPolicy.setFee(actor, fee),
  input: AnnulFee,
  invalid: (fee, submission) => <Annul fee={fee} {...submission} />,
  valid: async (fee, { reason }, context) => {
    await annulFee(context, fee, reason, toDay(context.now))
    return seeOther(
      `/espace/services/${fee.serviceCode}`,
      'Le tarif est annulé ; il reste lisible.',
    )
  },
})

type AnnulProps = Submission<z.infer<typeof AnnulFee>> & { readonly fee: Fee }

function Annul({ fee, values, errors }: AnnulProps) {
  return (
    <Page
      title="Annuler un tarif"
      kicker={t(nameService(fee.serviceCode))}
      errors={errors}
      breadcrumbs={[{ label: 'Les services de la commune', href: '/espace/services' }]}
    >
      <p>
        {fee.label} : {formatMoney(fee.amount)}
      </p>
      <Form
        action={`/espace/services/tarifs/${fee.id}/annuler`}
        submit="Annuler ce tarif"
        secondary={{ label: 'Retour', href: `/espace/services/${fee.serviceCode}` }}
        danger
      >
        <TextArea
          name="reason"
          label="Motif"
          hint="Qui l’a annulé, par quelle décision."
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
      </Form>
    </Page>
  )
}
