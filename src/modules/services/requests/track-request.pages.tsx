/** Whoever holds the receipt follows the request, without an account. */
import { z } from 'zod'
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { showCode } from '#platform/documents.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  type Context,
  fields,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { Form, Notice, Page, Tag, TextField } from '#web/components/index.tsx'
import { countMistakes } from '#web/verify/count-mistakes.ts'
import { lookUpReport } from '../reports/report.queries.ts'
import { RequestFacts, RequestHistory, RequestStatusTag } from './request-body.view.tsx'
import { findTracked, type Tracked } from './tracking.queries.ts'
import { trackingAddress } from './tracking-address.rules.ts'

const Code = z.object({
  code: fields.text({ min: 1, max: 40, missing: 'Écrivez le code de suivi' }),
})

export const typeTrackingCodePage = form('/suivi', {
  load: () => null,
  allow: everyone,
  input: Code,
  invalid: (_, submission) => <TypeTrackingCode {...submission} />,
  valid: async (_, { code }, context) => {
    const address = await countMistakes(context, () => findAddress(context, code))
    if (!address)
      return refuse({
        code: 'Aucune demande ni aucun signalement n’a ce code. Relisez-le : il a dix signes, sans O, I ni L.',
      })
    return seeOther(address)
  },
})

/** Whatever the receipt is of. */
async function findAddress(context: Context, code: string): Promise<string | undefined> {
  const tracked = await findTracked(context, code)
  if (tracked?.trackingCode) return trackingAddress(tracked.trackingCode)
  const report = await lookUpReport(context, code)
  return report && `/signalements/suivi/${showCode(report.code)}`
}

function TypeTrackingCode({ values, errors }: Submission<z.infer<typeof Code>>) {
  return (
    <Page
      title="Suivre une demande ou un signalement"
      lead="Le récépissé d’une demande ou d’un signalement porte un code de suivi. Il dit où il en est, sans compte ; il ne montre ni votre nom ni vos réponses."
      errors={errors}
    >
      <Form action="/suivi" submit="Suivre">
        <TextField
          name="code"
          label="Code de suivi"
          hint="Sur le récépissé ou dans le SMS, par exemple ACDEF-HJKMN."
          value={values.code}
          error={errors.code}
          maxLength={40}
        />
      </Form>
      <p class="soft">
        {t('Avec un compte, vos demandes sont dans votre espace :')}{' '}
        <a href="/demandes">{t('Mes demandes')}</a>
      </p>
    </Page>
  )
}

interface Shown {
  readonly tracked: Tracked
  readonly commune: Commune
}

export const trackRequestPage = page('/suivi/:code', {
  load: async ({ code }, context: Context): Promise<Shown> => {
    const tracked = orNotFound(await countMistakes(context, () => findTracked(context, code)))
    return { tracked, commune: await getCommune(context.db, tracked.communeId) }
  },
  allow: everyone,
  view: (shown, { now }) => <TrackRequest {...shown} today={toDay(now)} />,
})

function TrackRequest({ tracked, commune, today }: Shown & { readonly today: string }) {
  return (
    <Page
      title={tracked.title}
      kicker={[tracked.reference, commune.name].join(', ')}
      breadcrumbs={[{ label: 'Suivre une demande', href: '/suivi' }]}
    >
      <p class="tags">
        <RequestStatusTag request={tracked} />
        {tracked.isPaid && <Tag tone="success">Payé</Tag>}
      </p>
      <WhatToDo tracked={tracked} />
      <RequestFacts request={tracked} today={today} />
      <h2>{t('Ce qui s’est passé')}</h2>
      <RequestHistory history={tracked.history} />
    </Page>
  )
}

/** Reasons and remedies are for whoever asked: they are in their account, or at the town hall. */
function WhatToDo({ tracked: { status, decidedAt } }: Pick<Shown, 'tracked'>) {
  const told = whatToDo[status]
  if (!told) return null
  const [kind, title, text] = told
  return (
    <Notice kind={kind} title={title}>
      {decidedAt && <p>{t('Décision du {date}.', { date: formatDate(decidedAt) })}</p>}
      <p>{t(text)}</p>
    </Notice>
  )
}

const whatToDo: Partial<
  Record<Tracked['status'], readonly ['warning' | 'success' | 'danger', string, string]>
> = {
  incomplete: [
    'warning',
    'La mairie vous demande de compléter',
    'Ouvrez la demande avec votre compte, répondez par SMS avec son numéro, ou passez au guichet : le délai vous attend.',
  ],
  accepted: [
    'success',
    'Demande acceptée',
    'Le document est remis par la mairie, ou dans votre compte.',
  ],
  closed: ['success', 'Demande close', 'Ce qui était demandé a été remis.'],
  refused: [
    'danger',
    'Demande refusée',
    'Les motifs et le recours possible sont dans votre compte ; au guichet, la mairie vous les remet.',
  ],
}
